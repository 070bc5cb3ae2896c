//! The pages of thresholds and of rules: nothing changes before a person says so.

use contract::Call;
use contract::call::Done;
use contract::measure::ShowStale;
use contract::threshold::{
    AcceptEstimate, PredictRace, PredictionView, RuleLine, RulesView, SetRule, ShowRules, ShowThresholds,
    ThresholdsView,
};
use domain::id::AthleteId;
use domain::measures::Quantity;
use domain::metric::Metric;
use domain::reading::Missing;
use domain::reason::Rule;
use domain::settings::Settings;
use domain::sport::Sport;
use domain::threshold::{Baseline, BaselineItem, Estimate, Method, Source, ThresholdView};
use domain::tuning::{RuleSetting, tunables};
use domain::zones::{Scheme, Zones};
use ui::pages::rules::RulesPage;
use ui::pages::thresholds::ThresholdsPage;
use ui::words::t;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{fill, mount, visit};
use crate::scene::{host, json, today};

fn ada() -> AthleteId {
    AthleteId(uuid::Uuid::from_u128(7))
}

fn thresholds() -> ThresholdsView {
    let estimate = Estimate {
        metric: Metric::Ftp,
        method: Method::TwentyMinutes,
        value: 251.6,
        low: 239.0,
        high: 264.2,
        confidence: 0.8,
        sources: vec![Source { date: today(), activity: None, result: None, effort: Some((1200.0, 264.8)) }],
        lower_bound: false,
        current: Some(230.0),
        proposed: true,
    };
    let since = today() - chrono::Duration::days(90);
    ThresholdsView {
        athlete: ada(),
        on: today(),
        thresholds: vec![
            ThresholdView {
                metric: Metric::Ftp,
                current: Some((230.0, since)),
                estimates: vec![estimate],
                missing: None,
                prior: None,
            },
            ThresholdView {
                metric: Metric::ThresholdSpeed,
                current: None,
                estimates: Vec::new(),
                missing: Some(Missing::NeverRecorded),
                prior: None,
            },
        ],
        history: Vec::new(),
        zones: vec![(
            Sport::Ride,
            vec![Zones { quantity: Quantity::Power, scheme: Scheme::CogganPower, lower: vec![0.0, 126.5, 172.5] }],
        )],
        baseline: Baseline {
            from: since,
            to: today(),
            items: vec![(BaselineItem::Easy, 2, 2, Vec::new()), (BaselineItem::Strength, 0, 2, Vec::new())],
            complete: false,
        },
        results: Vec::new(),
    }
}

#[wasm_bindgen_test]
async fn an_estimate_is_taken_over_by_hand_with_its_own_digits_and_from_a_day() {
    visit(&format!("/athlete/{}/thresholds", ada()));
    let heard = host(|name, _| match name {
        name if name == ShowThresholds::NAME => Some(Ok(json(&thresholds()))),
        name if name == PredictRace::NAME => Some(Ok(json(&PredictionView { prediction: None, weekly: None }))),
        name if name == AcceptEstimate::NAME => {
            Some(Ok(json(&Done { value: Settings { from: today(), ..Settings::default() }, touched: vec![] })))
        }
        name if name == ShowStale::NAME => None,
        _ => None,
    });
    let page = mount(|| {
        use leptos::prelude::*;
        use leptos_router::components::{Route, Routes};
        use leptos_router::{ParamSegment, StaticSegment};
        view! {
            <Routes fallback=|| "nowhere">
                <Route
                    path=(StaticSegment("athlete"), ParamSegment("id"), StaticSegment("thresholds"))
                    view=ThresholdsPage
                />
            </Routes>
        }
    });
    page.until("the estimate", |page| page.text().contains("252")).await;
    assert!(page.text().contains("239") && page.text().contains("264"), "the band stands beside it: {}", page.text());
    assert!(page.text().contains(&t("missing-never-recorded")), "what is missing is said");
    assert!(page.text().contains(&t("screen-predict-none")));
    assert!(!heard.borrow().iter().any(|(name, _)| name == AcceptEstimate::NAME), "nothing is applied silently");
    page.press(&t("screen-threshold-take"));
    page.until("the form", |page| page.all("dialog[open] input").len() >= 2).await;
    let submit = page.all("dialog[open] button[type='submit']").remove(0);
    wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(submit).click();
    page.until("the call", |_| heard.borrow().iter().any(|(name, _)| name == AcceptEstimate::NAME)).await;
    let sent = heard.borrow().iter().find(|(name, _)| name == AcceptEstimate::NAME).cloned().expect("the call").1;
    let sent: AcceptEstimate = serde_json::from_str(&sent).expect("a request");
    assert_eq!((sent.metric, sent.value, sent.from), (Metric::Ftp, 251.6, today()), "not what rounding showed of it");
}

fn rules() -> RulesView {
    let lines = tunables().into_iter().map(|tunable| RuleLine {
        tunable,
        own: None,
        holds: RuleSetting { on: true, limit: None },
        flagged: u32::from(tunable.rule == Rule::LoadJump),
    });
    RulesView { squads: vec![], rules: lines.collect() }
}

#[wasm_bindgen_test]
async fn a_rule_is_switched_off_or_given_a_number_and_illness_has_no_switch() {
    let heard = host(|name, _| match name {
        name if name == ShowRules::NAME => Some(Ok(json(&rules()))),
        name if name == SetRule::NAME => Some(Ok(json(&Done { value: rules(), touched: vec![] }))),
        _ => None,
    });
    let page = mount(RulesPage);
    page.until("the rules", |page| page.all("li.rule").len() == tunables().len()).await;
    let resting = tunables().iter().filter(|tunable| tunable.may_rest).count();
    assert_eq!(page.all("li.rule [role='switch']").len(), resting, "those that always speak have none");
    let sent = || -> Vec<SetRule> {
        let heard = heard.borrow();
        let calls = heard.iter().filter(|(name, _)| name == SetRule::NAME);
        calls.map(|(_, args)| serde_json::from_str(args).expect("a request")).collect()
    };
    let switch = page.all("li.rule [role='switch']").remove(0);
    wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(switch).click();
    page.until("the call", |_| sent().len() == 1).await;
    assert_eq!(sent()[0].setting.map(|setting| setting.on), Some(false));
    let place = tunables().iter().filter(|tunable| tunable.limit.is_some()).position(|t| t.rule == Rule::LoadJump);
    let place = place.expect("a rule with a number");
    fill(&page.all("li.rule form input")[place], "35");
    let submit = page.all("li.rule form button[type='submit']").remove(place);
    wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(submit).click();
    page.until("the number", |_| sent().len() == 2).await;
    assert_eq!((sent()[1].rule, sent()[1].setting.and_then(|s| s.limit)), (Rule::LoadJump, Some(35.0)));
}
