//! The slow-down in heat beside a ready table made by somebody else from other races.

use std::fs;

use science::heat;
use science::unit::Celsius;
use serde_json::Value;

use crate::vectors::numbers;

/// Share of the table's cells from 10 to 35 °C and 30 to 90 % whose value lies in our band for a runner of 3:30 who is used
/// to heat.
///
/// What differs: the table knows air temperature and humidity only, has one column for all runners, and counts from about
/// 10 °C, with a little loss in the cold too. So ours is read at the temperature without sun, which is what a table without
/// sun can mean, and warm cells only are compared. The half point in the width of our band was chosen with this table in
/// view: this is a check that two sources agree, not a trial of either.
#[test]
fn the_band_of_the_slow_down_holds_what_a_table_from_other_races_says() {
    let path = format!(
        "{}/../../../shared/datasets/heat_adjusted_pace/heat_humidity_adjustments_fine_v2025-09-04.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: heat_adjusted_pace not present");
        return;
    };
    let table: Value = serde_json::from_str(&text).unwrap();
    let [air, humidity, adjust] = ["air_temp_c", "humidity_pct", "logspeed_adjust"].map(|name| numbers(&table[name]));
    assert!(air.len() == humidity.len() && air.len() == adjust.len());
    let (mut cells, mut shade, mut sun) = (0, 0, 0);
    for ((&air, &humidity), &adjust) in air.iter().zip(&humidity).zip(&adjust) {
        if !((10.0..=35.0).contains(&air) && (30.0..=90.0).contains(&humidity)) {
            continue;
        }
        cells += 1;
        // The table changes the logarithm of speed; ours is a share of time.
        let slower = 100.0 * ((-adjust).exp() - 1.0);
        let holds = |wbgt: Option<Celsius>| {
            let (_, (low, high)) = heat::slow_down(wbgt.unwrap(), 3.5, true).unwrap();
            u32::from((low..=high).contains(&slower))
        };
        shade += holds(heat::wbgt_shade(Celsius(air), humidity));
        sun += holds(heat::wbgt(Celsius(air), humidity));
    }
    let share = |held: u32| 100.0 * f64::from(held) / f64::from(cells);
    println!("{cells} cells; within the band without sun {:.0} %, in the sun {:.0} %", share(shade), share(sun));
    assert!(cells > 1000);
    assert!(share(shade) >= 95.0, "{}", share(shade));
}
