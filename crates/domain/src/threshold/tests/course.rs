use science::grade::CostModel;

use super::*;
use crate::recording::{Channel, ChannelKind};

/// A way at 3 m/s over these heights.
fn way(seconds: u32, height: impl Fn(f64) -> f64) -> (Channel, Channel) {
    let channel = |kind, values: Vec<f64>| Channel {
        kind,
        ms: (0..seconds).map(|s| s * 1000).collect(),
        values,
        suspect: Vec::new(),
    };
    let metres: Vec<f64> = (0..seconds).map(|s| 3.0 * f64::from(s)).collect();
    let heights = metres.iter().map(|metres| height(*metres)).collect();
    (channel(ChannelKind::Distance, metres), channel(ChannelKind::Altitude, heights))
}

fn pace(channels: &(Channel, Channel), leg: f64) -> Option<Vec<CourseLeg>> {
    super::super::course(&channels.0, &channels.1, Seconds(3000.0), Meters(leg), CostModel::Table)
}

#[test]
fn a_flat_course_is_even_and_its_legs_add_up_to_the_time() {
    let legs = pace(&way(3335, |_| 120.0), 1000.0).expect("a course");
    assert_eq!(legs.len(), 10, "{legs:?}");
    close(legs[9].at.0, 3000.0, 1e-6);
    for leg in &legs {
        close(leg.speed, legs[0].speed, 1e-6);
        close(leg.slope, 0.0, 1e-9);
    }
}

#[test]
fn a_climb_is_slower_and_the_way_down_faster_at_the_same_time_in_all() {
    let hill = |metres: f64| if metres < 5000.0 { metres * 0.05 } else { (10_000.0 - metres) * 0.05 };
    let legs = pace(&way(3334, hill), 1000.0).expect("a course");
    assert!(legs[1].slope > 0.04 && legs[7].slope < -0.04, "{legs:?}");
    assert!(legs[1].speed < legs[7].speed);
    close(legs.last().map_or(0.0, |leg| leg.at.0), 3000.0, 1e-6);
}

#[test]
fn a_hill_within_a_leg_costs_although_its_mean_slope_is_none() {
    let rolling =
        |metres: f64| if metres < 5000.0 { 30.0 * (metres / 500.0 * std::f64::consts::PI).sin().abs() } else { 0.0 };
    let legs = pace(&way(3334, rolling), 1000.0).expect("a course");
    assert!(legs[1].slope.abs() < 0.01 && legs[1].speed < legs[8].speed, "{legs:?}");
}

#[test]
fn a_short_rest_joins_the_last_leg_and_a_long_one_stands_alone() {
    assert_eq!(pace(&way(768, |_| 0.0), 1000.0).map(|legs| legs.len()), Some(2), "2.3 km");
    assert_eq!(pace(&way(900, |_| 0.0), 1000.0).map(|legs| legs.len()), Some(3), "2.7 km");
}

#[test]
fn no_course_where_the_channels_share_none_or_the_leg_is_longer() {
    let flat = way(200, |_| 10.0);
    assert_eq!(pace(&flat, 1000.0), None);
    let empty = Channel { kind: ChannelKind::Altitude, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() };
    assert_eq!(pace(&(flat.0.clone(), empty), 500.0), None);
    assert_eq!(pace(&way(3000, |_| f64::NAN), 1000.0), None);
    assert_eq!(pace(&way(3000, |_| 1.0), f64::NAN), None);
    let timeless = super::super::course(&flat.0, &flat.1, Seconds(0.0), Meters(500.0), CostModel::Table);
    assert_eq!(timeless, None);
}

#[test]
fn a_height_recorded_rarely_is_read_off_the_line_between() {
    let (distance, mut altitude) = way(1200, |metres| metres * 0.03);
    let keep: Vec<usize> = (0..1200).step_by(150).chain([1199]).collect();
    altitude.ms = keep.iter().map(|at| altitude.ms[*at]).collect();
    altitude.values = keep.iter().map(|at| altitude.values[*at]).collect();
    let legs = pace(&(distance, altitude), 1000.0).expect("a course");
    for leg in &legs {
        close(leg.slope, 0.03, 0.002);
    }
}
