use super::*;

#[test]
fn every_channel_and_every_wellness_field_has_its_facts_in_order() {
    let channels = ChannelKind::ALL.iter().map(|kind| SignalId::Channel(*kind));
    let wellness = WellnessField::ALL.into_iter().map(SignalId::Wellness);
    let listed: Vec<SignalId> = registry().iter().map(|fact| fact.signal).collect();
    assert_eq!(listed, channels.chain(wellness).collect::<Vec<_>>());
}

#[test]
fn what_is_experimental_is_used_for_nothing_and_every_trust_has_a_ground() {
    for fact in registry() {
        assert!(!fact.unit.is_empty() && fact.current_days > 0, "{fact:?}");
        assert!(fact.tier != Tier::Experimental || fact.used_for.is_empty(), "{fact:?}");
        let tagged = ["[V]", "[V2]", "[R]", "[C]", "[D]"].iter().any(|tag| fact.ground.ends_with(tag));
        assert!(tagged, "a ground ends with its evidence tag: {fact:?}");
    }
    let rmssd = fact(SignalId::Wellness(WellnessField::Rmssd)).unwrap();
    let sdnn = fact(SignalId::Wellness(WellnessField::Sdnn)).unwrap();
    assert!(rmssd.tier < sdnn.tier, "SDNN never stands in for rMSSD");
}

#[test]
fn a_reading_is_current_up_to_its_days_and_stale_after() {
    let rmssd = fact(SignalId::Wellness(WellnessField::Rmssd)).unwrap();
    assert_eq!(rmssd.freshness(None), Freshness::Never);
    assert_eq!(rmssd.freshness(Some(-1)), Freshness::Current);
    assert_eq!(rmssd.freshness(Some(i64::from(rmssd.current_days))), Freshness::Current);
    assert_eq!(rmssd.freshness(Some(i64::from(rmssd.current_days) + 1)), Freshness::Stale);
}

#[test]
fn quality_is_the_share_of_samples_that_may_be_used() {
    assert_eq!(Quality::of(0, 0), None);
    assert_eq!(Quality::of(100, 0), Some(Quality::Good));
    assert_eq!(Quality::of(100, 40), Some(Quality::Repaired { share: 0.4 }));
    assert_eq!(Quality::of(100, 41), Some(Quality::Poor { share: 0.41 }));
    assert_eq!(Quality::of(3, 9), Some(Quality::Poor { share: 1.0 }));
}
