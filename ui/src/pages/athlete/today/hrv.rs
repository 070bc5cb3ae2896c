//! Heart-rate variability by both rule families, each by its name: their limits are never mixed.

use domain::readiness::{HrvRules, HrvVerdict};
use leptos::prelude::*;

use crate::format;
use crate::parts::{Badge, Figure, Look, MissingView};
use crate::words::{t, t_with};

/// The two verdicts, how much the week varies, and the days set aside.
#[component]
pub(super) fn Hrv(
    /// What the rules say.
    rules: HrvRules,
) -> impl IntoView {
    let limit = rules.single_day_limit.map(|limit| {
        view! {
            <span class="under">{t_with("screen-hrv-limit", &[("limit", format::whole(limit).into())])}</span>
        }
    });
    let aside = (rules.set_aside > 0).then(|| {
        view! {
            <p class="quiet" data-testid="set-aside">
                {t_with("screen-hrv-set-aside", &[("days", rules.set_aside.into())])}
            </p>
        }
    });
    view! {
        <section class="sign" aria-label=t("screen-hrv") data-testid="hrv-rules">
            <h3>{t("screen-hrv")}</h3>
            <dl class="facts">
                <div>
                    <dt title=t("screen-hrv-week-hint")>
                        {t("screen-hrv-week")} <span class="under">{t("screen-hrv-week-by")}</span>
                    </dt>
                    <dd>
                        <Verdict verdict=rules.week />
                    </dd>
                </div>
                <div>
                    <dt title=t("screen-hrv-day-hint")>
                        {t("screen-hrv-day")} <span class="under">{t("screen-hrv-day-by")}</span>
                    </dt>
                    <dd>
                        <Verdict verdict=rules.single_day />
                        {limit}
                    </dd>
                </div>
                <div>
                    <dt>{t("screen-hrv-variation")}</dt>
                    <dd>
                        <Figure
                            value=rules.variation.map(|share| format::number(share, 1)).unwrap_or_default()
                            unit="%"
                        />
                    </dd>
                </div>
            </dl>
            {aside}
        </section>
    }
}

/// A verdict: a word in a frame, or why there is none.
#[component]
fn Verdict(verdict: HrvVerdict) -> impl IntoView {
    match verdict {
        HrvVerdict::Usual => view! { <Badge look=Look::Filled>{t("screen-hrv-usual")}</Badge> }.into_any(),
        HrvVerdict::Below => view! { <Badge look=Look::Warn>{t("screen-hrv-below")}</Badge> }.into_any(),
        HrvVerdict::Above => {
            view! { <Badge title=t("screen-hrv-above-hint")>{t("screen-hrv-above")}</Badge> }.into_any()
        }
        HrvVerdict::Unknown { why } => view! { <MissingView why=why /> }.into_any(),
    }
}
