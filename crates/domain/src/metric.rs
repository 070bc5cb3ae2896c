//! The registry of metrics: every number the program computes, as data. Screens, tables and `docs/metrics.md` are made
//! from it, so that a number has one name, one unit and one source wherever it stands.

mod registry;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::signal::Tier;
use crate::sport::Sport;

macro_rules! metrics {
    ($($(#[$doc:meta])* $name:ident($code:literal)),+ $(,)?) => {
        /// A number the program computes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Metric {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }

        impl Metric {
            /// Every metric, in the order of the registry.
            pub const ALL: &[Metric] = &[$(Metric::$name),+];

            /// The stable name used in files, tables and the words file (`metric-ctl`).
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Metric::$name => $code,)+ }
            }
        }
    };
}

metrics! {
    // Of an activity: what was done
    /// Load that counts, points.
    Load("load"),
    /// Time with the timer running.
    Duration("duration"),
    /// Distance.
    Distance("distance"),
    /// Height gained.
    Ascent("ascent"),
    /// Mechanical work.
    Work("work"),
    // Of an activity: power
    /// Mean power, zeros included.
    AvgPower("avg-power"),
    /// Highest usable power.
    MaxPower("max-power"),
    /// Normalized power.
    NormalizedPower("normalized-power"),
    /// Normalized power over FTP.
    IntensityFactor("intensity-factor"),
    /// Training stress score.
    Tss("tss"),
    /// Power smoothed with 25 s, fourth-power mean.
    XPower("xpower"),
    /// xPower over critical power.
    RelativeIntensity("relative-intensity"),
    /// BikeScore.
    BikeScore("bike-score"),
    /// Normalized over mean power.
    VariabilityIndex("variability-index"),
    /// Output per heart beat.
    EfficiencyFactor("efficiency-factor"),
    /// Drift of output against heart rate between the halves.
    Decoupling("decoupling"),
    /// Least work above critical power left.
    WBalanceLowest("w-balance-lowest"),
    /// Output late against fresh.
    Durability("durability"),
    // Of an activity: speed
    /// Mean speed.
    AvgSpeed("avg-speed"),
    /// Mean speed adjusted for slope.
    GradedSpeed("graded-speed"),
    /// Graded speed, fourth-power mean.
    NormalizedGradedSpeed("normalized-graded-speed"),
    /// Load from graded speed.
    RunTss("run-tss"),
    /// Load from swimming speed.
    SwimTss("swim-tss"),
    // Of an activity: heart
    /// Mean heart rate.
    AvgHr("avg-hr"),
    /// Highest usable heart rate.
    MaxHr("max-hr"),
    /// Banister's training impulse.
    Trimp("trimp"),
    /// Edwards' zone impulse.
    TrimpEdwards("trimp-edwards"),
    /// Lucia's impulse.
    TrimpLucia("trimp-lucia"),
    /// Individual impulse.
    TrimpIndividual("trimp-individual"),
    /// Load from heart rate.
    HrTss("hr-tss"),
    // Of an activity: felt and lifted
    /// Perceived exertion times minutes.
    SessionRpe("session-rpe"),
    /// Mass lifted.
    Tonnage("tonnage"),
    /// Estimated one-repetition maximum.
    EstimatedMax("estimated-max"),
    /// Velocity lost within sets.
    VelocityLoss("velocity-loss"),
    // Of an activity: intensity and movement
    /// Polarisation index.
    PolarisationIndex("polarisation-index"),
    /// Mean cadence while moving.
    Cadence("cadence"),
    /// Ground contact time.
    GroundContact("ground-contact"),
    /// Step length.
    StepLength("step-length"),
    /// Vertical oscillation.
    VerticalOscillation("vertical-oscillation"),
    /// Vertical oscillation over step length.
    VerticalRatio("vertical-ratio"),
    /// Contact time over stride time.
    DutyFactor("duty-factor"),
    /// Share of contact on the left foot.
    ContactBalance("contact-balance"),
    /// Symmetry index of contact times.
    Asymmetry("asymmetry"),
    /// Leg stiffness.
    LegStiffness("leg-stiffness"),
    /// Mean temperature at the device.
    Temperature("temperature"),
    /// rMSSD of a recording at rest.
    RestingRmssd("resting-rmssd"),
    // Of a day
    /// Load of a day.
    DayLoad("day-load"),
    /// Fitness.
    Ctl("ctl"),
    /// Fatigue.
    Atl("atl"),
    /// Form in the morning.
    FormMorning("form-morning"),
    /// Form in the evening.
    FormEvening("form-evening"),
    /// Fitness gained in a week.
    Ramp("ramp"),
    /// Acute over chronic load, coupled.
    AcwrCoupled("acwr-coupled"),
    /// Acute over chronic load, uncoupled.
    AcwrUncoupled("acwr-uncoupled"),
    /// Acute over chronic load, exponential.
    AcwrEwma("acwr-ewma"),
    /// Monotony of seven days.
    Monotony("monotony"),
    /// Monotony with the deviation over n.
    MonotonyPopulation("monotony-population"),
    /// Strain of seven days.
    Strain("strain"),
    /// Longest session against the 30 days before.
    SessionSpike("session-spike"),
    /// Days since the last hard session.
    DaysSinceHard("days-since-hard"),
    /// Sessions in seven days.
    SessionDensity("session-density"),
    // Of a week
    /// Load of a week.
    WeekLoad("week-load"),
    /// Training time of a week.
    WeekMinutes("week-minutes"),
    /// Share of time in the easy zone.
    EasyShare("easy-share"),
    /// Load done against load planned.
    Adherence("adherence"),
    // Of a morning
    /// Readiness.
    Readiness("readiness"),
    /// rMSSD, 7-day mean.
    Hrv("hrv"),
    /// Variation of ln rMSSD over seven days.
    HrvVariation("hrv-variation"),
    /// Resting heart rate.
    RestingHr("resting-hr"),
    /// Sleep missed in seven nights.
    SleepDebt("sleep-debt"),
    /// Hooper index.
    Hooper("hooper"),
    // Of the athlete
    /// Functional threshold power.
    Ftp("ftp"),
    /// Critical power.
    CriticalPower("critical-power"),
    /// Work above critical power.
    WPrime("w-prime"),
    /// Critical speed.
    CriticalSpeed("critical-speed"),
    /// Distance above critical speed.
    DPrime("d-prime"),
    /// Threshold running speed.
    ThresholdSpeed("threshold-speed"),
    /// Critical swimming speed.
    SwimSpeed("swim-speed"),
    /// Threshold heart rate.
    Lthr("lthr"),
    /// Highest heart rate.
    HrMax("hr-max"),
    /// Lowest resting heart rate.
    HrRest("hr-rest"),
    /// Heart rate at the first threshold.
    Vt1("vt1"),
    /// Heart rate at the second threshold.
    Vt2("vt2"),
}

/// What a metric is measured on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// One activity.
    Activity,
    /// One day.
    Day,
    /// One week.
    Week,
    /// One morning.
    Morning,
    /// The athlete, from a day on.
    Athlete,
}

/// How values of several activities or days become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aggregate {
    /// Added.
    Sum,
    /// Mean, each weighted with its duration.
    Mean,
    /// The largest.
    Highest,
    /// The smallest.
    Lowest,
    /// The newest.
    Last,
    /// Never joined: a mean of it would mean nothing.
    Never,
}

/// How a number of a metric is written. The stored value is always in the unit of [`MetricFact::unit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Written {
    /// A number with so many decimals.
    Decimals(u8),
    /// A share (0 to 1) in percent with so many decimals.
    Percent(u8),
    /// Seconds as hours, minutes and seconds.
    Clock,
    /// Metres per second as minutes and seconds a kilometre.
    PaceKm,
    /// Metres per second as minutes and seconds for 100 m.
    Pace100m,
}

/// What is fixed about a metric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetricFact {
    /// Which.
    pub metric: Metric,
    /// Short symbol for headings (`NP`, `CTL`).
    pub symbol: &'static str,
    /// Unit of the stored value (`W`, `pts`, `m/s`; empty for a ratio).
    pub unit: &'static str,
    /// How it is written.
    pub written: Written,
    /// Measured on what.
    pub scope: Scope,
    /// Sports it is computed for; empty for all.
    pub sports: &'static [Sport],
    /// How it is joined over time.
    pub aggregate: Aggregate,
    /// Inputs it needs: stable names of channels, settings and other metrics.
    pub needs: &'static [&'static str],
    /// How far its signals may be trusted.
    pub tier: Tier,
    /// How well it is supported as a measure, 0 (design of this program) to 5 (several trials agree).
    pub evidence: u8,
    /// Source, with its evidence tag.
    pub source: &'static str,
    /// Version of the method; a change raises it.
    pub method: u32,
}

impl Metric {
    /// What is fixed about it.
    #[must_use]
    pub fn fact(self) -> &'static MetricFact {
        &registry::FACTS[self as usize]
    }

    /// The metric with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Metric> {
        Self::ALL.iter().copied().find(|metric| metric.code() == code)
    }

    /// The key of its name in the words file; `<key>-about` is one sentence on what it means.
    #[must_use]
    pub fn label(self) -> String {
        format!("metric-{}", self.code())
    }
}

impl MetricFact {
    /// A value as a person reads it, without its unit; a value that is no number is a dash.
    #[must_use]
    pub fn text(&self, value: f64) -> String {
        if !value.is_finite() {
            return "\u{2013}".to_owned();
        }
        match self.written {
            Written::Decimals(digits) => decimals(value, digits),
            Written::Percent(digits) => decimals(value * 100.0, digits),
            Written::Clock => clock(value),
            Written::PaceKm => pace(value, 1000.0),
            Written::Pace100m => pace(value, 100.0),
        }
    }

    /// The unit that stands after [`MetricFact::text`]; empty where the text says enough.
    #[must_use]
    pub const fn unit_shown(&self) -> &'static str {
        match self.written {
            Written::Decimals(_) => self.unit,
            Written::Percent(_) => "%",
            Written::Clock => "",
            Written::PaceKm => "/km",
            Written::Pace100m => "/100 m",
        }
    }
}

/// Rounded first, so that a small negative number does not show as "-0".
fn decimals(value: f64, digits: u8) -> String {
    let scale = 10f64.powi(i32::from(digits));
    let rounded = (value * scale).round() / scale;
    format!("{:.*}", usize::from(digits), if rounded == 0.0 { 0.0 } else { rounded })
}

/// Seconds as `1:02:03`, below an hour as `2:03`.
fn clock(seconds: f64) -> String {
    let whole = seconds.abs().round();
    let (hours, minutes, rest) = ((whole / 3600.0).floor(), (whole / 60.0).floor() % 60.0, whole % 60.0);
    let sign = if seconds < 0.0 && whole > 0.0 { "-" } else { "" };
    if hours > 0.0 { format!("{sign}{hours}:{minutes:02}:{rest:02}") } else { format!("{sign}{minutes}:{rest:02}") }
}

/// Metres per second as the time for a stretch; standing still has no pace.
fn pace(speed: f64, stretch: f64) -> String {
    if speed > 0.0 { clock(stretch / speed) } else { "\u{2013}".to_owned() }
}

impl std::fmt::Display for Metric {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}
