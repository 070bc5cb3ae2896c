use super::*;
use crate::recording::ChannelKind;
use crate::wellness::WellnessField;
use crate::words::Words;

#[test]
fn the_table_has_one_row_for_each_metric_in_their_order() {
    let rows: Vec<Metric> = registry::FACTS.iter().map(|fact| fact.metric).collect();
    assert_eq!(rows, Metric::ALL);
    for &metric in Metric::ALL {
        assert_eq!(metric.fact().metric, metric);
        assert_eq!(Metric::from_code(metric.code()), Some(metric));
    }
}

#[test]
fn every_metric_has_words_a_source_and_a_grade_between_0_and_5() {
    let words = Words::english();
    for &metric in Metric::ALL {
        let (fact, label) = (metric.fact(), metric.label());
        assert!(words.has(&label) && words.has(&format!("{label}-about")), "{label}");
        assert!(
            fact.evidence <= 5 && fact.method >= 1 && !fact.source.is_empty() && !fact.symbol.is_empty(),
            "{fact:?}"
        );
        assert!(!fact.needs.is_empty(), "{metric}: a number is made of something");
    }
}

#[test]
fn a_metric_that_needs_its_own_name_means_the_channel_or_the_morning_value_of_that_name() {
    let recorded = |name: &str| {
        ChannelKind::ALL.iter().any(|kind| kind.code() == name) || WellnessField::from_code(name).is_some()
    };
    for fact in registry::FACTS {
        let own = fact.needs.contains(&fact.metric.code());
        assert!(!own || recorded(fact.metric.code()), "{fact:?}");
    }
}

#[test]
fn a_shape_of_writing_goes_with_its_unit() {
    for fact in registry::FACTS {
        let fits = match fact.written {
            Written::PaceKm | Written::Pace100m => fact.unit == "m/s",
            Written::Clock => fact.unit == "s",
            Written::Percent(_) => fact.unit.is_empty(),
            Written::Decimals(_) => fact.unit != "m/s",
        };
        assert!(fits, "{fact:?}");
    }
}

#[test]
fn values_are_written_as_their_row_says() {
    let cases = [
        (Metric::NormalizedPower, 249.6, "250", "W"),
        (Metric::Durability, 0.934, "93", "%"),
        (Metric::Duration, 3723.4, "1:02:03", ""),
        (Metric::Duration, 59.7, "1:00", ""),
        (Metric::GradedSpeed, 1000.0 / 299.6, "5:00", "/km"),
        (Metric::SwimSpeed, 1.25, "1:20", "/100 m"),
        (Metric::FormMorning, -0.3, "0", "pts/d"),
        (Metric::FormMorning, -12.6, "-13", "pts/d"),
    ];
    for (metric, value, text, unit) in cases {
        assert_eq!((metric.fact().text(value).as_str(), metric.fact().unit_shown()), (text, unit), "{metric}");
    }
    assert_eq!(Metric::GradedSpeed.fact().text(0.0), "\u{2013}");
    assert_eq!(Metric::Load.fact().text(f64::NAN), "\u{2013}");
}
