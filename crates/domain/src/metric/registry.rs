//! The table itself, in the order of [`super::Metric`]. `docs/metrics.md` is generated from it.
//!
//! A row: metric, symbol, unit, how it is written, sports, how it is joined, inputs; then tier, evidence, method version and
//! source. Evidence: 0 design of this program, 1 used by convention, 2 plausible and in wide use, 3 weak or mixed studies,
//! 4 large observational studies or direct measurement with known error, 5 settled. The tags of sources: `[V]` read in the
//! source, `[V2]` read in a second source, `[R]` recalled and not verified, `[C]` computed, `[D]` a choice of this program.

use super::{Aggregate, Metric, MetricFact, Scope, Written};
use crate::signal::Tier;
use crate::sport::Sport;

macro_rules! sports {
    (ENDURANCE) => { &[Sport::Run, Sport::Ride, Sport::Swim, Sport::Walk, Sport::Row, Sport::Ski] };
    (HEART) => { &[Sport::Run, Sport::Ride, Sport::Swim, Sport::Walk, Sport::Row, Sport::Ski, Sport::Other] };
    ([$($sport:ident),*]) => { &[$(Sport::$sport),*] };
}

macro_rules! facts {
    ($($scope:ident { $($metric:ident: $symbol:literal $unit:literal $written:ident $(($digits:literal))?, $sports:tt,
        $aggregate:ident, [$($need:literal),*], $tier:ident $evidence:literal $method:literal $source:literal;)+ })+) => {
        pub(super) const FACTS: &[MetricFact] = &[$($(MetricFact {
            metric: Metric::$metric,
            symbol: $symbol,
            unit: $unit,
            written: Written::$written $(($digits))?,
            scope: Scope::$scope,
            sports: sports!($sports),
            aggregate: Aggregate::$aggregate,
            needs: &[$($need),*],
            tier: Tier::$tier,
            evidence: $evidence,
            source: $source,
            method: $method,
        },)+)+];
    };
}

facts! {
Activity {
    Load: "load" "pts" Decimals(0), [], Sum, ["tss", "run-tss", "swim-tss", "hr-tss", "session-rpe"],
        Direct 2 3 "SCIENCE 3: sources are not on one scale; the athlete's own ratios bridge them [D]";
    Duration: "time" "s" Clock, [], Sum, ["timer"],
        Direct 5 1 "recorded";
    Distance: "dist" "m" Decimals(0), [], Sum, ["distance"],
        Direct 4 1 "recorded; WGS 84 where a file gives places only [C]";
    Ascent: "asc" "m" Decimals(0), [], Sum, ["altitude"],
        Context 2 1 "median of 5 samples, turns of 3 m count [D]";
    Work: "work" "kJ" Decimals(0), [], Sum, ["power"],
        Direct 5 1 "sum of power over time";
    AvgPower: "P" "W" Decimals(0), [], Mean, ["power"],
        Direct 4 1 "mean of usable seconds, zeros included";
    MaxPower: "Pmax" "W" Decimals(0), [], Highest, ["power"],
        Direct 3 1 "highest usable second";
    NormalizedPower: "NP" "W" Decimals(0), [Ride, Run, Row], Never, ["power"],
        Direct 2 1 "SCIENCE 1.1: 30 s rolling mean, fourth power, full windows, recorded time end to end [V]";
    IntensityFactor: "IF" "" Decimals(2), [Ride], Mean, ["normalized-power", "ftp"],
        Direct 2 1 "SCIENCE 1.1: NP over FTP [V]";
    Tss: "TSS" "pts" Decimals(0), [Ride], Sum, ["normalized-power", "ftp"],
        Direct 2 1 "SCIENCE 1.1: 100 h IF² [V]";
    XPower: "xP" "W" Decimals(0), [Ride], Never, ["power"],
        Direct 2 1 "SCIENCE 1.2: Skiba 2006, 25 s exponential, fourth power [V]";
    RelativeIntensity: "RI" "" Decimals(2), [Ride], Mean, ["xpower", "critical-power"],
        Direct 2 1 "SCIENCE 1.2: xPower over critical power [V]";
    BikeScore: "BS" "pts" Decimals(0), [Ride], Sum, ["xpower", "critical-power"],
        Direct 2 1 "SCIENCE 1.2: 100 h RI² [V]";
    VariabilityIndex: "VI" "" Decimals(2), [Ride], Never, ["normalized-power", "avg-power"],
        Direct 2 1 "SCIENCE 1.3 [V]";
    EfficiencyFactor: "EF" "per bpm" Decimals(2), [Ride, Run], Never,
        ["normalized-power", "normalized-graded-speed", "heart-rate"],
        Direct 2 1 "SCIENCE 1.3: NP (W) or NGS (m/min) over mean heart rate; compare like sessions only [D]";
    Decoupling: "Pw:Hr" "%" Decimals(1), [Ride, Run], Never, ["power", "speed", "heart-rate"],
        Direct 2 1 "SCIENCE 1.4: Friel, halves by time, mean of valid seconds; steady sessions of 40 min only [D]";
    WBalanceLowest: "W'bal" "kJ" Decimals(1), [Ride], Lowest, ["power", "critical-power", "w-prime"],
        Context 2 1 "SCIENCE 8.4: differential form, exact per second [V]; recovery differs between people [R]";
    Durability: "dur" "" Percent(0), [Ride, Run], Mean, ["power", "speed"],
        Context 2 1 "best five minutes late over fresh, in sessions of 90 min and more [D]";
    AvgSpeed: "v" "m/s" PaceKm, [], Mean, ["distance", "timer"],
        Direct 4 1 "distance over timer time";
    GradedSpeed: "GAP" "m/s" PaceKm, [Run], Mean, ["speed", "altitude", "distance"],
        Context 2 1 "SCIENCE 2.2: table of equal heart rate, or Minetti 2002 if chosen [V]";
    NormalizedGradedSpeed: "NGS" "m/s" PaceKm, [Run], Never, ["graded-speed"],
        Context 1 1 "SCIENCE 2.3: own measure; 30 s mean, fourth power of graded speed [D]. Not the proprietary NGP";
    RunTss: "rTSS" "pts" Decimals(0), [Run], Sum, ["normalized-graded-speed", "threshold-speed"],
        Context 1 1 "SCIENCE 2.3: 100 h (NGS over threshold speed)² [D]";
    SwimTss: "sTSS" "pts" Decimals(0), [Swim], Sum, ["distance", "swim-speed"],
        Context 1 1 "100 h (speed over critical swimming speed)³, as drag power grows [R]";
    AvgHr: "HR" "bpm" Decimals(0), [], Mean, ["heart-rate"],
        Direct 4 1 "mean of usable seconds";
    MaxHr: "HRpeak" "bpm" Decimals(0), [], Highest, ["heart-rate"],
        Direct 4 1 "highest usable second";
    Trimp: "TRIMP" "AU" Decimals(0), HEART, Sum, ["heart-rate", "hr-rest", "hr-max"],
        Direct 3 1 "SCIENCE 3: Banister 1991, per second, coefficients of both sexes [V]";
    TrimpEdwards: "eTRIMP" "AU" Decimals(0), HEART, Sum, ["heart-rate", "hr-max"],
        Context 1 1 "SCIENCE 3: Edwards 1993, five zones of highest heart rate [V2]; not validated";
    TrimpLucia: "lTRIMP" "AU" Decimals(0), HEART, Sum, ["heart-rate", "vt1", "vt2"],
        Context 2 1 "SCIENCE 3: Lucia 2003, three zones by thresholds [R]";
    TrimpIndividual: "iTRIMP" "AU" Decimals(0), HEART, Sum, ["heart-rate", "hr-rest", "hr-max", "impulse"],
        Context 3 1 "SCIENCE 3: Manzi 2009, weights from the athlete's own lactate test [R]";
    HrTss: "hrTSS" "pts" Decimals(0), HEART, Sum, ["trimp", "lthr"],
        Direct 2 1 "SCIENCE 3: impulse over that of one hour at threshold heart rate [V]";
    SessionRpe: "sRPE" "AU" Decimals(0), [], Sum, ["rpe", "timer"],
        Direct 4 1 "SCIENCE 4: Foster 2001, CR-10 times minutes [V]";
    Tonnage: "vol" "kg" Decimals(0), [Strength], Sum, ["sets"],
        Context 2 1 "SCIENCE 4: repetitions times mass; a channel of its own, never part of load [D]";
    EstimatedMax: "e1RM" "kg" Decimals(0), [Strength], Highest, ["sets"],
        Context 2 1 "SCIENCE 4: Epley, up to 12 repetitions; best of the session [R]";
    VelocityLoss: "VL" "%" Decimals(0), [Strength], Mean, ["sets"],
        Context 3 1 "SCIENCE 4: Pareja-Blanco 2017 [R]";
    PolarisationIndex: "PI" "" Decimals(2), ENDURANCE, Never, ["vt1", "vt2", "heart-rate"],
        Context 2 1 "SCIENCE 10: Treff 2019 [V]";
    Cadence: "cad" "1/min" Decimals(0), [Run, Ride, Row], Mean, ["cadence"],
        Direct 4 1 "mean while moving; steps of both feet when running";
    GroundContact: "GCT" "ms" Decimals(0), [Run], Mean, ["ground-contact"],
        Context 2 1 "SCIENCE 13 [V]";
    StepLength: "step" "m" Decimals(2), [Run], Mean, ["step-length", "speed", "cadence"],
        Context 2 1 "SCIENCE 13: recorded, or speed over cadence";
    VerticalOscillation: "VO" "mm" Decimals(0), [Run], Mean, ["vertical-oscillation"],
        Context 2 1 "SCIENCE 13 [V]";
    VerticalRatio: "VR" "%" Decimals(1), [Run], Mean, ["vertical-oscillation", "step-length"],
        Context 1 1 "SCIENCE 13: oscillation over step length [V]";
    DutyFactor: "DF" "" Decimals(2), [Run], Mean, ["ground-contact", "cadence"],
        Context 2 1 "SCIENCE 13 [V]";
    ContactBalance: "L" "%" Decimals(1), [Run], Mean, ["ground-contact-balance"],
        Context 1 1 "SCIENCE 13: left share; the makers' colour bands are not used [R]";
    Asymmetry: "SI" "%" Decimals(1), [Run], Mean, ["ground-contact-balance"],
        Context 1 1 "SCIENCE 13: symmetry index, four times the balance's distance from 50 [C]; changes within the athlete only";
    LegStiffness: "kleg" "kN/m" Decimals(1), [Run], Mean,
        ["ground-contact", "cadence", "speed", "body-mass", "height"],
        Experimental 2 1 "SCIENCE 13: Morin 2005; level ground from 3.33 m/s only [V]";
    Temperature: "T" "°C" Decimals(0), [], Mean, ["temperature"],
        Context 2 1 "mean at the device, often warmer than the air [D]";
    RestingRmssd: "rMSSD" "ms" Decimals(0), [Other, Mobility], Never, ["rr-interval"],
        Direct 4 1 "SCIENCE 11.1: neighbouring valid pairs, up to 5 % artefacts [D]";
}
Day {
    DayLoad: "load" "pts" Decimals(0), [], Sum, ["load"],
        Direct 2 1 "sum of the day's activities; unknown is not zero [D]";
    Ctl: "CTL" "pts/d" Decimals(0), [], Last, ["day-load"],
        Direct 2 1 "SCIENCE 6: 42 days, exponential; seeded from the first 28 days [V]";
    Atl: "ATL" "pts/d" Decimals(0), [], Last, ["day-load"],
        Direct 2 1 "SCIENCE 6: 7 days, exponential [V]";
    FormMorning: "TSB" "pts/d" Decimals(0), [], Last, ["ctl", "atl"],
        Direct 1 1 "SCIENCE 6: yesterday's CTL minus ATL [V]; bands are vendors' convention [R]";
    FormEvening: "TSBe" "pts/d" Decimals(0), [], Last, ["ctl", "atl"],
        Direct 1 1 "SCIENCE 6: CTL minus ATL after the day [V2]";
    Ramp: "ramp" "pts/wk" Decimals(1), [], Last, ["ctl"],
        Direct 1 1 "SCIENCE 6: CTL now minus seven days ago; early values are left out [V2]";
    AcwrCoupled: "ACWR" "" Decimals(2), [], Last, ["day-load"],
        Context 1 1 "SCIENCE 7: mean of 7 over mean of 28 calendar days [C]; context, never a limit (Impellizzeri 2021) [V]";
    AcwrUncoupled: "ACWRu" "" Decimals(2), [], Last, ["day-load"],
        Context 1 1 "SCIENCE 7: mean of 7 over mean of the 21 before [C]; context";
    AcwrEwma: "ACWRe" "" Decimals(2), [], Last, ["day-load"],
        Context 1 1 "SCIENCE 7: Williams 2017, 2/(N+1) [V]; context";
    Monotony: "mono" "" Decimals(2), [], Last, ["day-load"],
        Context 2 1 "SCIENCE 5: Foster 1998, sample SD; shown up to 10 [V2]";
    MonotonyPopulation: "mono n" "" Decimals(2), [], Last, ["day-load"],
        Context 2 1 "SCIENCE 5: the same with SD over n";
    Strain: "strain" "pts" Decimals(0), [], Last, ["day-load", "monotony"],
        Context 2 1 "SCIENCE 5: Foster 1998, week's load times monotony [V2]";
    SessionSpike: "spike" "" Decimals(2), [], Highest, ["distance", "duration"],
        Direct 4 1 "SCIENCE 7: session against the longest of 30 days; Frandsen 2025, runners [V]";
    DaysSinceHard: "rest" "d" Decimals(0), [], Last, ["intensity-factor", "rpe"],
        Context 0 1 "hard: intensity factor (or points an hour that make one) of 0.85, or RPE 7 [D]";
    SessionDensity: "n7" "" Decimals(0), [], Last, ["duration"],
        Context 0 1 "sessions in seven days [D]";
}
Week {
    WeekLoad: "load" "pts" Decimals(0), [], Sum, ["day-load"],
        Direct 2 1 "sum of known days";
    WeekMinutes: "time" "s" Clock, [], Sum, ["duration"],
        Direct 5 1 "sum";
    EasyShare: "easy" "" Percent(0), [], Never, ["zones"],
        Context 2 1 "SCIENCE 10, 18.2: time below the first threshold; by sessions it reads differently [R]";
    Adherence: "done" "" Percent(0), [], Never, ["week-load", "plan"],
        Context 0 1 "load done on planned days over load planned [D]";
}
Morning {
    Readiness: "ready" "" Decimals(0), [], Last, ["hrv", "resting-hr", "sleep", "wellness", "form-morning"],
        Context 1 1 "SCIENCE 12: weighted own z-scores with an 80 % range; not validated [D]";
    Hrv: "HRV" "ms" Decimals(0), [], Last, ["rmssd"],
        Direct 4 1 "SCIENCE 11.2: seven-day mean against own four weeks (Plews; Vesterinen 2016; Javaloyes 2019) [V2]";
    HrvVariation: "CV" "%" Decimals(1), [], Last, ["rmssd"],
        Context 2 1 "SCIENCE 11.2: variation of ln rMSSD over seven days [V2]";
    RestingHr: "RHR" "bpm" Decimals(0), [], Last, ["resting-hr"],
        Direct 3 1 "SCIENCE 11.2: supporting signal, inside day-to-day noise (Bosquet 2008) [V2]";
    SleepDebt: "debt" "h" Decimals(1), [], Last, ["sleep", "sleep-need"],
        Context 1 1 "SCIENCE 12: lack of each of seven nights, added; no validated limit [D]";
    Hooper: "Hooper" "" Decimals(0), [], Last, ["sleep-quality", "fatigue", "soreness", "stress"],
        Context 3 1 "SCIENCE 12: Hooper 1995, four items, 4 good to 28 bad [V2]";
}
Athlete {
    Ftp: "FTP" "W" Decimals(0), [Ride], Last, ["power"],
        Direct 3 1 "SCIENCE 9: 95 % of 20 min (bias 1.4 % ± 9.2 % against MLSS, Borszcz 2019) [V]; always with a band";
    CriticalPower: "CP" "W" Decimals(0), [Ride], Last, ["power"],
        Direct 4 1 "SCIENCE 8.1: Monod & Scherrer 1965, efforts of 2 to 20 min [V]";
    WPrime: "W'" "kJ" Decimals(1), [Ride], Last, ["power"],
        Direct 3 1 "SCIENCE 8.1 [V]";
    CriticalSpeed: "CS" "m/s" PaceKm, [Run], Last, ["speed", "result"],
        Direct 4 1 "SCIENCE 8.3: distance over time; races beat training (Smyth 2020) [V]";
    DPrime: "D'" "m" Decimals(0), [Run], Last, ["speed", "result"],
        Direct 2 1 "SCIENCE 8.3 [V]";
    ThresholdSpeed: "vthr" "m/s" PaceKm, [Run], Last, ["critical-speed", "result"],
        Direct 3 1 "SCIENCE 9: share of critical speed, or an hour's race equivalent [D]";
    SwimSpeed: "CSS" "m/s" Pace100m, [Swim], Last, ["result"],
        Direct 3 1 "distance over time of two or more swims [R]";
    Lthr: "LTHR" "bpm" Decimals(0), [], Last, ["heart-rate", "result"],
        Direct 3 1 "SCIENCE 9: last 20 min of a 30 min time trial (Friel) [V]";
    HrMax: "HRmax" "bpm" Decimals(0), [], Last, ["heart-rate"],
        Direct 3 1 "SCIENCE 9: highest five seconds of 12 months, seen in two activities [D]; never lowered by age";
    HrRest: "HRrest" "bpm" Decimals(0), [], Last, ["resting-hr"],
        Direct 3 1 "SCIENCE 9: low tenth of a week's mornings [D]";
    Vt1: "VT1" "bpm" Decimals(0), [], Last, ["result"],
        Direct 4 1 "SCIENCE 9: laboratory [R]";
    Vt2: "VT2" "bpm" Decimals(0), [], Last, ["result"],
        Direct 4 1 "SCIENCE 9: laboratory [R]";
}
}
