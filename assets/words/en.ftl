# Trackside's words, English. Every text a person reads comes from here.

app-name = Trackside

## Reasons (one for each domain::reason::Rule: reason-<rule>)

# Values: the reason's facts by name (share, coverage and intensity in percent), limit, date and name. No number stands in a
# sentence that is not in its reason.

# Hard limits
reason-available-minutes = { $date }: { $minutes } min asked, { $limit } min available.
reason-no-time-that-day = { $date }: { $minutes } min available, too little for a session.
reason-illness-hold = Ill, reported for { $date }: rest on the { $days } open { $days ->
    [one] day
   *[other] days
} until the athlete reports well. Then propose the week again.
reason-pain-hold = Pain { $pain } of ten reported for { $date }: from { $limit } on only easy sessions or rest are planned.
reason-single-session-spike = { $date }: { $minutes } min against { $longest } min, the longest of the last month in this sport; one session stays under { $limit } min.
reason-quality-spacing = { $date }: { $hours } h to the nearest quality session; { $limit } h are kept between two.
reason-rest-day = { $date } stays free: every week keeps a rest day.
reason-quality-count = { $date }: this would be quality session { $quality } of the week; the most is { $limit }.
reason-youth = { $age } years old, under { $limit }: at most { $quality } quality { $quality ->
    [one] session
   *[other] sessions
}, and the coach must approve this week.
reason-pinned = The coach locked or changed "{ $name }" on { $date }: it stays, and the week is built around it.
reason-medical-hold = Medical hold: no training on the { $days } open { $days ->
    [one] day
   *[other] days
} until the coach lifts it.
reason-day-bound = { $date }: { $minutes } min asked, { $limit } min is the coach's limit for a day.
reason-week-bound = { $name ->
    [load] { $asked } points asked for the week; its limit is { $limit }.
   *[minutes] { $asked } min asked for the week; its limit is { $limit } min.
}
reason-dated-exception = { $date }: { $minutes } min, because of { $name ->
    [school] school
    [work] work
    [travel] travel
    [illness] illness
    [injury] an injury
    [holiday] a holiday
   *[other] something else
}.
reason-sport-that-day = { $date }: { $name } is not possible that day.
reason-club-block = { $date }: { $name }, { $minutes } min, is fixed by the club.
reason-return-stage = Back after an illness, well since { $date }: stage { $stage }, at most { $minutes } min at { $intensity } % of threshold.
reason-return-volume = { $days } days without training: the week holds { $share } % of what it was before them.
reason-travel-quality = { $date }: no quality session for { $days } { $days ->
    [one] day
   *[other] days
} after { $zones } time zones.
reason-day-after-long = { $date } follows a long session: no quality on it.
reason-approved = The week is approved: nothing in it is proposed anew.
reason-limits-collide = Limits that cannot hold together: { $name ->
    [race-day] the race asks { $asked } where { $limit } is the most
    [club-block] the club's session asks { $asked } where { $limit } is the most
   *[pinned] what the coach kept asks { $asked } where { $limit } is the most
}.
reason-past = { $date } has passed: what stands there stays.

# Weekly target
reason-weekly-target = The week aims at { $target } points: the four-week mean of { $base } times { $share } %.
reason-season-week = Week { $week } of the season, { $name ->
    [base] base
    [build] build
    [sharpen] sharpening
    [taper] taper
    [race] race
   *[transition] transition
} phase: { $share } % of the base week of { $base } points.
reason-goal-path = The goal asks for { $asked } points this week; { $limit } is the most the limits allow, { $target } is planned.
reason-learned-correction = A learned correction moved the target to { $share } %; it may move it by { $limit } % at most.
reason-ramp-limit = { $asked } points asked, { $limit } allowed: load may rise only so far over { $last } last week and the mean of four.
reason-recovery-week = Recovery week at { $share } %: load rose { $weeks } weeks in a row.
reason-phase = { $name ->
    [base] Base
    [build] Build
    [sharpen] Sharpening
    [taper] Taper
    [race] Race
    [transition] Transition
   *[other] This
} phase, week { $week }: { $share } % of the four-week mean.
reason-taper = Taper for { $name } on { $date }, { $days } { $days ->
    [one] day
   *[other] days
} after Monday: { $share } % of the four-week mean.
reason-readiness-lowered = Readiness is { $readiness }, between { $low } and { $high }, below the athlete's usual { $limit }: the week holds { $share } % of what it would.
reason-time-limits-target = The days, minutes and limits of this week hold { $reached } of { $target } points. The rest is not made up for.

# Choice of sessions
reason-race-day = { $name }: about { $minutes } min and { $load } points expected, on top of the week's target.
reason-opener = A short opener { $days } days before { $name }.
reason-long-session = The long session: { $minutes } min, { $share } % of the week's load, on a day with time for it.
reason-quality-of-phase = Quality for the { $name ->
    [base] base
    [build] build
    [sharpen] sharpening
    [taper] taper
    [race] race
    [transition] transition
   *[other] present
} phase: { $minutes } min at { $intensity } % of threshold on average, warm-up included.
reason-easy-fill = Easy: { $minutes } min of the week's volume.
reason-rest-by-plan = { $date } rests: the week's sessions are placed.
reason-test-of-week = { $date }: a test, because { $name ->
    [season] the season asks for one this week
   *[threshold] the threshold is old
}.
reason-sport-share = { $name }: { $share } % of the week's minutes, usually { $usual-share } %.
reason-plain-choice = The exact choice of sessions could not be made; a plain one that keeps every limit took its place.
reason-least-change = { $changed } { $changed ->
    [one] session
   *[other] sessions
} changed against the plan before; without a hard limit at most { $limit } are.
reason-preference = As this coach usually has it. { $habit }
reason-strength-beside = { $minutes } min of strength beside an easy session, away from the hard ones.

# What lowers confidence, and why the engine abstains
reason-little-history = { $days } { $days ->
    [one] day
   *[other] days
} of history; { $limit } are needed before load can be judged.
reason-availability-unknown = Nobody answered for { $days } { $days ->
    [one] day
   *[other] days
}: { $minutes } min were assumed.
reason-no-threshold = No threshold is set: expected load is a guess.
reason-old-threshold = The thresholds are { $days } days old; after { $limit } they are doubted.
reason-readiness-unknown = Readiness is unknown: { $coverage } % of its signals are there.
reason-no-goal = No race or goal is set.
reason-silent-days = { $days } of the last { $of } days hold nothing to build on.

# Attention
reason-threshold-moved = A threshold changed by { $share } % within { $days } days; over { $limit } % the sessions' targets are doubted.
reason-return-from-injury = Back from an injury for { $days } days; before { $limit } the coach decides.
reason-new-place = { $name ->
    [altitude] High above the sea
   *[travel] Across time zones
} for { $days } { $days ->
    [one] day
   *[other] days
}; before { $limit } the coach decides.
reason-signals-contradict = Readiness is { $readiness }, below the athlete's usual, while the season asks for { $quality } quality { $quality ->
    [one] session
   *[other] sessions
}.
reason-out-of-range = { $target } points would be more than any week of this athlete's history; the highest was { $highest }.

# The rest of a running week
reason-low-today = Readiness this morning is { $readiness }, between { $low } and { $high }, below the athlete's usual { $limit }.
reason-done-so-far = { $done } points done of { $planned } planned so far, { $share } %.
reason-not-made-up = { $missed } points were missed. They are not made up for.
reason-changes-used = { $changes } of { $limit } changes this week are used; only a safety rule changes more.
reason-room-for-more = Readiness is { $readiness } and there is room: { $minutes } min more.
reason-too-close = { $date }: { $hours } h to the quality session before; { $limit } h are kept between two.

# Before approving
reason-big-change = { $planned } points planned, { $share } % away from the usual { $usual }; from { $limit } % on it is worth a look.
reason-low-confidence = Confidence is { $confidence } %; below { $limit } % it is worth a look.
reason-insisted-on = { $count } { $count ->
    [one] change breaks
   *[other] changes break
} limits because the coach insisted.

reason-no-recent-data = No file for { $days } days; the last is of { $date }.
reason-low-readiness = Readiness { $readiness }, between { $low } and { $high }; { $limit } is the athlete's own usual.
reason-fast-ramp = Fitness rose by { $ramp } points in a week; from { $limit } on it is worth a look.
reason-deep-fatigue = Form is at { $form }. Below { $limit } is called deep fatigue by convention, not by trials.
reason-recent-spike = { $date }: { $name ->
    [distance] { $km }, an unusual length; the longest of the month before was { $longest }.
   *[time] { $minutes } min, an unusual length; the longest of the month before was { $longest } min.
}
reason-reported-ill = { $name ->
    [fever] Fever reported
   *[illness] Reported ill
} on { $days } { $days ->
    [one] day
   *[other] days
} lately, last on { $date }.
reason-reported-pain = { $name ->
    [injury] Injury reported for { $date }.
   *[pain] Pain { $pain } of ten reported for { $date }.
}
reason-resting-hr-high = Resting heart rate { $mean } bpm this week, usually { $baseline }; the line is { $limit }.
reason-hrv-out-of-band = HRV { $mean } ms over seven days, { $name ->
    [above] above
   *[below] below
} the athlete's own band of { $low } to { $high } ms. Both sides are unusual; very high is not better.
reason-hrv-single-day = HRV of { $date } below { $limit } ms, the line of the ten days before, or falling two mornings in a row. One morning says little.
reason-load-jump = { $week } points in seven days, { $share } % more than { $usual }, the larger of the week before and the four-week mean; the line is { $limit } %. It tells a change, not an injury.
reason-high-monotony = The last seven days were much alike: monotony { $monotony }, the line is { $limit }. It describes the week and predicts nothing.
reason-sleep-debt = { $debt } h of sleep missed over { $nights } known nights, against { $need } h a night; the line is { $limit } h, a choice of this program.
reason-asymmetry-change = Contact on the left foot { $now } % in the last runs, usually { $usual } % with a spread of { $sd }. A change of the athlete's own, and no finding; the line is { $limit } points.
reason-wellness-low = { $name } well below the athlete's own: { $z } standard deviations or lower on the last { $days } answers; the line is { $limit }.
reason-threshold-offered = { $name }: efforts or results say { $value }{ $current ->
    [none] {""}
   *[other] , the setting is { $current }
}. It holds once the coach takes it over.
reason-source-switched = The load of { $sessions } { $sessions ->
    [one] session comes
   *[other] sessions comes
} from another source than usual and cannot be put on its scale yet, last on { $date }: fitness and form do not compare with before.
reason-race-soon = { $name } { $days ->
    [0] is today.
    [one] is in { $days } day, on { $date }.
   *[other] is in { $days } days, on { $date }.
}
reason-unassigned = { $files } { $files ->
    [one] file waits
   *[other] files wait
} for an athlete.

## end of reasons

## Sayings (say-<key>: one sentence for a number, told to the athlete)

# Values: the saying's facts by name, written as their metric is, and name, the metric's own. No number stands in a
# sentence that is not in its facts.

# A session
say-number = { $name }: { $value }.
say-load = This session counts { $value } points of load.
say-load-more = This session counts { $value } points of load, { $percent } % more than your usual { $usual }.
say-load-less = This session counts { $value } points of load, { $percent } % less than your usual { $usual }.
say-load-usual = This session counts { $value } points of load, about your usual { $usual }.
say-load-stands-in = This session counts { $value } points of load, from another source than usual: compare it with care.
say-distance = You covered { $km }.
say-speed = Your mean speed was { $kmh }.
say-swim-speed = You swam { $hundred } on average.
say-normalized-power = The ride cost about as much as a steady { $value }.
say-intensity = You worked at { $percent } % of your threshold power.
say-power-even = Your power was even: variability { $value }.
say-power-uneven = Your power went up and down: variability { $value }.
say-efficiency = Your efficiency factor was { $value }: output for each heart beat.
say-efficiency-more = Your efficiency factor was { $value }, { $percent } % more than your usual { $usual }. Terrain and heat matter.
say-efficiency-less = Your efficiency factor was { $value }, { $percent } % less than your usual { $usual }. Terrain and heat matter.
say-efficiency-usual = Your efficiency factor was { $value }, about your usual { $usual }.
say-decoupling-low = Output and heart rate stayed together: they drifted apart by { $value }.
say-decoupling-high = Heart rate drifted from your output by { $value }. Heat, thirst and length all do that.
say-w-balance = At the hardest moment { $value } of your reserve above critical power was left.
say-w-balance-below = Your reserve above critical power went down to { $value }, which cannot be: the critical power set is too low.
say-durability-kept = Late in the session you still had { $value } of your fresh five minutes.
say-durability-faded = Late in the session you had lost { $percent } % of your fresh five minutes.
say-graded-speed = Slopes taken out, you ran { $value }.
say-normalized-graded-speed = With hard stretches weighted more and slopes taken out, you ran { $value }.
say-contact-balance = Your left foot made { $value } of the ground contact.
say-contact-balance-usual = Your left foot made { $value } of the ground contact, usually { $usual }.
say-asymmetry = Your ground contact differed by { $value } between the feet. Only a change from your own usual says anything.
say-zones = { $value } of the time was easy, { $middle } in the middle and { $hard } hard.

# Weeks and days
say-week-load = Your load in the last full week was { $value } points.
say-week-load-above = Your weekly load is { $percent } % above your four-week average: { $value } points against { $usual }.
say-week-load-below = Your weekly load is { $percent } % below your four-week average: { $value } points against { $usual }.
say-week-load-usual = Your weekly load of { $value } points is about your four-week average of { $usual }.
say-week-minutes = You trained { $value } in the last full week.
say-easy-share = { $value } of last week's time was easy and { $hard } hard, as far as { $percent } % of it could be sorted.
say-adherence-kept = Last week you did about what was planned: { $value } of the planned load.
say-adherence-more = Last week you did { $percent } % more than was planned.
say-adherence-less = Last week you did { $percent } % less than was planned.
say-week-tonnage = You lifted { $value } last week.
say-fitness-up = Your fitness is { $value } points, { $change } more than a week ago.
say-fitness-down = Your fitness is { $value } points, { $change } less than a week ago.
say-fitness-level = Your fitness is { $value } points, as a week ago.
say-fitness-settling = Your fitness is { $value } points so far; it needs some weeks of training to settle.
say-fatigue = Your fatigue, mostly from the last week, is { $value } points.
say-form-fresh = Your form is { $value } points: lately you did less than you are used to.
say-form-tired = Your form is { $value } points: lately you did more than you are used to.
say-form-level = Your form is { $value } points: lately you did about what you are used to.
say-ramp-calm = Your fitness changed by { $value } points in a week, below the { $limit } from which coaches look twice.
say-ramp-fast = Your fitness rose by { $value } points in a week. From { $limit } on coaches look twice.
say-acwr = Your last seven days hold { $value } times an average week of the last four. It tells how different the week is, and predicts nothing.
say-monotony = Your last seven days had hard and easy days: monotony { $value }.
say-monotony-high = Your last seven days were much alike: monotony { $value }.
say-monotony-extreme = Your last seven days were nearly the same: monotony more than { $value }.
say-strain = The strain of your last seven days, their load times their sameness, is { $value } points.
say-spike = Your longest session of the last seven days was { $percent } % longer than any in the month before it.
say-spike-none = No session of the last seven days was much longer than the longest of the month before: { $value } times at most.
say-days-since-hard = { $days ->
    [0] You trained hard today.
    [one] Your last hard session was yesterday.
   *[other] Your last hard session was { $days } days ago.
}
say-density = You did { $sessions } { $sessions ->
    [one] session
   *[other] sessions
} in the last seven days.

# Mornings
say-readiness-above = Your readiness is { $value }, between { $low } and { $high }: better than your own usual.
say-readiness-below = Your readiness is { $value }, between { $low } and { $high }: below your own usual.
say-readiness-usual = Your readiness is { $value }, between { $low } and { $high }: about your own usual.
say-readiness-stale = Your readiness was { $value } { $days } { $days ->
    [one] day
   *[other] days
} ago; there is nothing newer.
say-readiness-never = Nothing about your mornings was recorded yet, so there is no readiness.
say-readiness-too-little = Too little is known about this morning for a readiness.
say-hrv-usual = Your HRV is { $value } over seven days, within your own { $low } to { $high }.
say-hrv-below = Your HRV is { $value } over seven days, below your own { $low } to { $high }.
say-hrv-above = Your HRV is { $value } over seven days, above your own { $low } to { $high }; higher is not always better.
say-hrv-set-aside = Your HRV is not judged on days on which your usual does not hold.
say-hrv-never = Your HRV was never recorded.
say-hrv-too-little = There are too few days of HRV to say anything.
say-hrv-variation = Your HRV varied by { $value } over seven days.
say-resting-hr = Your resting heart rate is { $value }.
say-resting-hr-usual = Your resting heart rate is { $value }, within your own { $low } to { $high }.
say-resting-hr-above = Your resting heart rate is { $value }, above your own { $low } to { $high }.
say-resting-hr-below = Your resting heart rate is { $value }, below your own { $low } to { $high }.
say-resting-hr-stale = Your resting heart rate was { $value } { $days } { $days ->
    [one] day
   *[other] days
} ago; there is nothing newer.
say-sleep-debt = You missed { $value } of sleep in { $nights } known nights, against the { $need } a night you need.
say-sleep-debt-guessed = You missed { $value } of sleep in { $nights } known nights, if you need { $need } a night; nobody set that for you.
say-sleep-debt-none = You slept { $need } or more in each of { $nights } known nights.
say-sleep-stale = Your last known night was { $days } { $days ->
    [one] day
   *[other] days
} ago.
say-sleep-never = Your sleep was never recorded.
say-sleep-too-little = Too few nights are known to say how much sleep you missed.
say-hooper = Your answers of the morning add up to { $value } on the Hooper index, lower is better.

## end of sayings

## Rules of the attention list (rule-<code>; rule-<code>-limit says what its number is)

rule-reported-ill = Reported ill or with fever
rule-reported-pain = Reported pain or injury
rule-reported-pain-limit = Pain from which to look, of ten
rule-low-readiness = Readiness below usual
rule-low-readiness-limit = Upper end of the range of readiness below this
rule-hrv-out-of-band = HRV of seven days out of its own band
rule-hrv-single-day = HRV of a single day
rule-resting-hr-high = Resting heart rate high
rule-resting-hr-high-limit = Beats above its own usual
rule-sleep-debt = Sleep missed
rule-sleep-debt-limit = Hours missed in seven nights
rule-wellness-low = An answer well below usual
rule-wellness-low-limit = Standard deviations from its own usual, on two answers
rule-load-jump = Week's load above usual
rule-load-jump-limit = Percent above the larger of last week and the four-week mean
rule-recent-spike = One session much longer
rule-recent-spike-limit = Percent over the longest of 30 days
rule-fast-ramp = Fitness rising fast
rule-fast-ramp-limit = Percent of fitness gained in a week
rule-deep-fatigue = Form far below
rule-deep-fatigue-limit = Points of form
rule-high-monotony = Days much alike
rule-high-monotony-limit = Monotony of seven days
rule-asymmetry-change = Balance between the feet changed
rule-asymmetry-change-limit = Least change, percentage points
rule-source-switched = Load from another source
rule-source-switched-limit = Sessions within two weeks
rule-no-recent-data = No file lately
rule-no-recent-data-limit = Days without a file
rule-little-history = Little history
rule-no-threshold = No threshold set
rule-old-threshold = Threshold old
rule-old-threshold-limit = Days since it was set
rule-threshold-offered = A threshold is offered

## end of rules

## Labels of domain values (sport-*, kind-*, phase-*, tag-*, change-*, wellness-*, signal-*, severity-*, load-*, missing-*, repair-*)

sport-run = Run
sport-ride = Ride
sport-swim = Swim
sport-walk = Walk
sport-row = Row
sport-ski = Ski
sport-strength = Strength
sport-mobility = Mobility
sport-transition = Transition
sport-other = Other

kind-rest = Rest
kind-recovery = Recovery
kind-easy = Easy
kind-long = Long
kind-tempo = Tempo
kind-threshold = Threshold
kind-interval = Intervals
kind-race = Race
kind-test = Test
kind-strength = Strength
kind-mobility = Mobility
kind-yoga = Yoga
kind-drills = Drills
kind-relaxation = Relaxation

phase-base = Base
phase-build = Build
phase-sharpen = Sharpen
phase-taper = Taper
phase-race = Race
phase-transition = Transition

tag-fatigue = Fatigue
tag-illness = Illness
tag-travel = Travel
tag-acute-injury-risk = Acute injury risk
tag-motivational-slump = Motivational slump
tag-schedule-conflict = Schedule conflict
tag-coachs-eye = Coach's eye
tag-group-session = Group session
tag-other = Other

change-replace = Replaced
change-move = Moved
change-scale = Scaled
change-remove = Removed
change-add = Added
change-lock = Locked
change-unlock = Unlocked
change-undo = Undone

wellness-resting-hr = Resting heart rate
wellness-resting-hr-unit = bpm
wellness-rmssd = HRV (rMSSD)
wellness-rmssd-unit = ms
wellness-sleep = Sleep
wellness-sleep-unit = h
wellness-sleep-quality = Sleep quality
wellness-sleep-quality-unit = of 5
wellness-fatigue = Freshness
wellness-fatigue-unit = of 5
wellness-soreness = Muscles
wellness-soreness-unit = of 5
wellness-stress = Calm
wellness-stress-unit = of 5
wellness-mood = Mood
wellness-mood-unit = of 5
wellness-body-mass = Body mass
wellness-body-mass-unit = kg
wellness-illness = Ill
wellness-illness-unit = { "" }
wellness-pain = Pain
wellness-pain-unit = of 10
wellness-sdnn = HRV (SDNN)
wellness-sdnn-unit = ms
wellness-sleep-score = Sleep score of the device
wellness-sleep-score-unit = of 100
wellness-device-stress = Stress of the day by the device
wellness-device-stress-unit = of 100
wellness-device-readiness = Readiness by the device
wellness-device-readiness-unit = of 100
wellness-spo2 = Blood oxygen
wellness-spo2-unit = %
wellness-respiration = Breathing
wellness-respiration-unit = per minute
wellness-steps = Steps
wellness-steps-unit = { "" }
wellness-body-fat = Body fat
wellness-body-fat-unit = %
wellness-injured = Injured
wellness-injured-unit = { "" }
wellness-fever = Fever
wellness-fever-unit = { "" }

signal-hrv = HRV
signal-resting-hr = Resting heart rate
signal-sleep = Sleep
signal-subjective = How they feel
signal-form = Form

severity-act = Look today
severity-watch = Keep an eye on
severity-stale = Data missing
severity-note = Good to know

load-power = from power
load-heart-rate = from heart rate
load-perceived = from perceived effort

missing-never-recorded = never recorded
missing-too-few-days = too few days
missing-no-threshold = no threshold set
missing-no-channel = not recorded
missing-too-short = too short
missing-poor-quality = too much is missing or suspect

repair-time-went-backwards = { $samples ->
    [one] One record lay
   *[other] { $samples } records lay
} before an earlier one in time; left out of the charts.
repair-duplicated-time = { $samples ->
    [one] One time was
   *[other] { $samples } times were
} recorded twice; the last record was kept.
repair-clock-since-power-on = The device's clock was not set; the start was taken from elsewhere in the file.
repair-clock-jumped = The device's clock was set while recording; the times after it were brought back in line.
repair-checksum-mismatch = The file's checksum does not match; what could be read was kept.
repair-truncated-tail = The file ends in the middle; what was whole was kept.
repair-summary-missing = The file has no summary; totals were computed from the records.
repair-empty-records = { $samples ->
    [one] One record held
   *[other] { $samples } records held
} no measured value.
repair-impossible-values = { $samples ->
    [one] One value was
   *[other] { $samples } values were
} outside what is possible; kept, marked and not used.
repair-totals-disagree = The device's own totals disagree with its records; the records count.
repair-local-offset = The device's local time was impossible; it was ignored.
repair-timer-events = { $samples ->
    [one] One timer event was
   *[other] { $samples } timer events were
} inconsistent; pauses were taken from the others.
repair-spike = { $samples ->
    [one] One value leaped
   *[other] { $samples } values leaped
} further than a body can and came back; kept, marked and not used.
repair-position-jump = { $samples ->
    [one] One position lay
   *[other] { $samples } positions lay
} where nobody gets to that fast; kept, marked and not used.
repair-altitude-glitch = { $samples ->
    [one] One altitude leaped
   *[other] { $samples } altitudes leaped
} away; kept, marked and not used.
repair-dropout = { $samples ->
    [one] One value was
   *[other] { $samples } values were
} of a sensor that had stopped measuring; kept, marked and not used.
repair-times-spread = { $samples ->
    [one] One sample had
   *[other] { $samples } samples had
} no time of its own; spread evenly over the lap.
repair-local-clock = The file tells local time without a zone; the athlete's zone was taken.
repair-text-encoding = { $samples ->
    [one] One text was
   *[other] { $samples } texts were
} not written as the file says; what could be read was kept.
repair-value-left-out = { $samples ->
    [one] One value was
   *[other] { $samples } values were
} not what the format allows there; left out.

channel-latitude = Latitude
channel-longitude = Longitude
channel-altitude = Altitude
channel-heart-rate = Heart rate
channel-power = Power
channel-cadence = Cadence
channel-speed = Speed
channel-distance = Distance
channel-temperature = Temperature
channel-rr-interval = Time between beats
channel-left-balance = Share of the left leg
channel-ground-contact = Ground contact
channel-ground-contact-balance = Ground contact, left share
channel-vertical-oscillation = Vertical oscillation
channel-vertical-ratio = Vertical ratio
channel-step-length = Step length
channel-leg-stiffness = Leg stiffness
channel-form-power = Form power
channel-air-power = Air power
channel-respiration = Breathing
channel-core-temperature = Core temperature
channel-skin-temperature = Skin temperature
channel-spo2 = Blood oxygen
channel-muscle-oxygen = Muscle oxygen

tier-direct = Measured directly
tier-context = Context
tier-experimental = Experimental

freshness-current = current
freshness-stale = old
freshness-never = never measured

quality-good = good
quality-repaired = { $share } % marked and not used
quality-poor = { $share } % cannot be used
quality-reported = said by the athlete

scale-as-is = As it stands
scale-seconds-to-hours = Seconds, to hours
scale-minutes-to-hours = Minutes, to hours
scale-exponential = Natural logarithm, to the value itself
scale-pounds-to-kilograms = Pounds, to kilograms
scale-ten-to-five = 1 to 10, to 1 to 5
scale-ten-to-five-reversed = 1 to 10 with 10 the worst, to 1 to 5 with 5 the best
scale-five-reversed = 1 to 5 with 5 the worst, to 5 the best
scale-share-to-percent = Share of one, to percent


# Metrics (metric-<code>, and one sentence on what it means: metric-<code>-about)
metric-load = Load
metric-load-about = What this session adds to fitness and fatigue: 100 points are one hour at threshold.
metric-duration = Time
metric-duration-about = Time with the timer running.
metric-distance = Distance
metric-distance-about = Distance covered.
metric-ascent = Ascent
metric-ascent-about = Height gained, small ripples left out.
metric-work = Work
metric-work-about = Mechanical work done.
metric-avg-power = Mean power
metric-avg-power-about = Mean power, coasting included.
metric-max-power = Highest power
metric-max-power-about = The highest second.
metric-normalized-power = Normalized power
metric-normalized-power-about = The steady power that would have cost about as much.
metric-intensity-factor = Intensity factor
metric-intensity-factor-about = Normalized power as a part of threshold power.
metric-tss = Training stress score
metric-tss-about = Load from power: 100 is one hour at threshold.
metric-xpower = xPower
metric-xpower-about = As normalized power, with a smoother memory of 25 seconds.
metric-relative-intensity = Relative intensity
metric-relative-intensity-about = xPower as a part of critical power.
metric-bike-score = BikeScore
metric-bike-score-about = Load from xPower: 100 is one hour at critical power.
metric-variability-index = Variability index
metric-variability-index-about = How uneven the effort was: 1.00 is perfectly even.
metric-efficiency-factor = Efficiency factor
metric-efficiency-factor-about = Output for each heart beat; compare only sessions alike in sport, terrain and warmth.
metric-decoupling = Aerobic decoupling
metric-decoupling-about = How much output fell against heart rate from the first half to the second.
metric-w-balance-lowest = Lowest W' balance
metric-w-balance-lowest-about = The least that was left of the work above critical power.
metric-durability = Durability
metric-durability-about = How much of the fresh five-minute output was left late in the session.
metric-avg-speed = Mean speed
metric-avg-speed-about = Distance over the time the timer ran.
metric-graded-speed = Graded pace
metric-graded-speed-about = The pace on the flat that would have cost the same.
metric-normalized-graded-speed = Normalized graded pace
metric-normalized-graded-speed-about = Graded pace with hard stretches weighted more.
metric-run-tss = Load from pace
metric-run-tss-about = 100 is one hour at threshold pace.
metric-swim-tss = Load from swimming pace
metric-swim-tss-about = 100 is one hour at critical swimming speed.
metric-avg-hr = Mean heart rate
metric-avg-hr-about = Mean heart rate.
metric-max-hr = Highest heart rate of the session
metric-max-hr-about = The highest second.
metric-trimp = Training impulse
metric-trimp-about = Minutes weighted by how hard the heart worked.
metric-trimp-edwards = Edwards' impulse
metric-trimp-edwards-about = Minutes in five zones times the zone's number.
metric-trimp-lucia = Lucia's impulse
metric-trimp-lucia-about = Minutes below, between and above both thresholds, times 1, 2 and 3.
metric-trimp-individual = Individual impulse
metric-trimp-individual-about = As the training impulse, with weights from the athlete's own test.
metric-hr-tss = Load from heart rate
metric-hr-tss-about = 100 is one hour at threshold heart rate.
metric-session-rpe = Session RPE
metric-session-rpe-about = How hard it felt times minutes.
metric-tonnage = Volume lifted
metric-tonnage-about = Repetitions times mass.
metric-estimated-max = Estimated one-repetition maximum
metric-estimated-max-about = What could be lifted once, from the best set.
metric-velocity-loss = Velocity loss
metric-velocity-loss-about = Speed lost from the best to the last repetition of a set.
metric-polarisation-index = Polarisation index
metric-polarisation-index-about = Above 2.00 with little time in the middle the session counts as polarised.
metric-cadence = Cadence
metric-cadence-about = Steps or turns a minute while moving.
metric-ground-contact = Ground contact time
metric-ground-contact-about = Time of each foot on the ground.
metric-step-length = Step length
metric-step-length-about = From one footfall to the next.
metric-vertical-oscillation = Vertical oscillation
metric-vertical-oscillation-about = How far the body moves up and down.
metric-vertical-ratio = Vertical ratio
metric-vertical-ratio-about = Vertical oscillation for each metre forward.
metric-duty-factor = Duty factor
metric-duty-factor-about = Part of a stride each foot is on the ground.
metric-contact-balance = Contact balance, left
metric-contact-balance-about = Share of ground contact on the left foot.
metric-asymmetry = Asymmetry
metric-asymmetry-about = Difference between the feet over their mean; compare with the athlete's own usual only.
metric-leg-stiffness = Leg stiffness
metric-leg-stiffness-about = Spring of the leg, level ground and faster running only.
metric-temperature = Temperature
metric-temperature-about = Mean temperature at the device.
metric-resting-rmssd = rMSSD at rest
metric-resting-rmssd-about = Heart-rate variability of a recording at rest.
metric-day-load = Day's load
metric-day-load-about = Load of all sessions of the day.
metric-ctl = Fitness (CTL)
metric-ctl-about = Load of about the last six weeks, weighted towards the recent.
metric-atl = Fatigue (ATL)
metric-atl-about = Load of about the last week.
metric-form-morning = Form in the morning
metric-form-morning-about = Yesterday's fitness minus fatigue.
metric-form-evening = Form in the evening
metric-form-evening-about = Fitness minus fatigue after the day.
metric-ramp = Ramp
metric-ramp-about = Fitness gained in seven days.
metric-acwr-coupled = Acute over chronic, coupled
metric-acwr-coupled-about = The last week against the last four. Context only: it does not tell who gets hurt.
metric-acwr-uncoupled = Acute over chronic, uncoupled
metric-acwr-uncoupled-about = The last week against the three before.
metric-acwr-ewma = Acute over chronic, exponential
metric-acwr-ewma-about = The same ratio with fading weights.
metric-monotony = Monotony
metric-monotony-about = How alike the seven days were: the mean over the spread.
metric-monotony-population = Monotony (SD over n)
metric-monotony-population-about = Monotony as other programs compute it, always 1.08 times the other.
metric-strain = Strain
metric-strain-about = The week's load times its monotony.
metric-session-spike = Session against 30 days
metric-session-spike-about = The day's longest session over the longest of the 30 days before.
metric-days-since-hard = Days since a hard session
metric-days-since-hard-about = Days since the last hard session.
metric-session-density = Sessions in seven days
metric-session-density-about = Sessions in the seven days up to this one.
metric-week-load = Week's load
metric-week-load-about = Load of the week's known days.
metric-week-minutes = Week's time
metric-week-minutes-about = Training time of the week.
metric-easy-share = Easy share
metric-easy-share-about = Share of the week's time in the easy zone.
metric-adherence = Done against planned
metric-adherence-about = Load done on planned days against what was planned.
metric-readiness = Readiness
metric-readiness-about = Today's signals against the athlete's own usual; 50 is usual.
metric-hrv = HRV, 7-day mean
metric-hrv-about = Heart-rate variability of the week against the athlete's own band.
metric-hrv-variation = HRV variation
metric-hrv-variation-about = How unsteady HRV was over the week.
metric-resting-hr = Resting heart rate
metric-resting-hr-about = Heart rate at rest, against the athlete's own usual.
metric-sleep-debt = Sleep debt
metric-sleep-debt-about = Sleep missed in the last seven nights.
metric-hooper = Hooper index
metric-hooper-about = Sleep, fatigue, stress and soreness added up: 4 is very good, 28 very bad.
metric-ftp = Threshold power (FTP)
metric-ftp-about = Power that can be held for about an hour.
metric-critical-power = Critical power
metric-critical-power-about = Power above which a fixed amount of work is left.
metric-w-prime = W'
metric-w-prime-about = Work that can be done above critical power.
metric-critical-speed = Critical speed
metric-critical-speed-about = Speed above which a fixed distance is left.
metric-d-prime = D'
metric-d-prime-about = Distance that can be run above critical speed.
metric-threshold-speed = Threshold pace
metric-threshold-speed-about = Pace that can be held for about an hour.
metric-swim-speed = Critical swimming speed
metric-swim-speed-about = Pace that can be held for long in the water.
metric-lthr = Threshold heart rate
metric-lthr-about = Heart rate at threshold.
metric-hr-max = Highest heart rate
metric-hr-max-about = The highest the heart goes.
metric-hr-rest = Resting heart rate, lowest
metric-hr-rest-about = Low mornings of a week.
metric-vt1 = First threshold
metric-vt1-about = Heart rate at the first threshold.
metric-vt2 = Second threshold
metric-vt2-about = Heart rate at the second threshold.

aggregate-sum = added
aggregate-mean = mean by time
aggregate-highest = highest
aggregate-lowest = lowest
aggregate-last = newest
aggregate-never = never joined
quantity-power = Power
quantity-speed = Pace
quantity-heart-rate = Heart rate
load-pace = from pace
load-swim = from swimming pace
missing-not-steady = not steady enough
missing-too-few-efforts = too few hard efforts, or too alike in length
missing-set-aside = set aside: the usual does not hold on these days

scheme-coggan-power = Coggan, by FTP
scheme-coggan-heart = Coggan, by threshold heart rate
scheme-friel-run = Friel for running
scheme-friel-ride = Friel for cycling
scheme-max-heart = by highest heart rate
scheme-three-zone = three zones, by VT1 and VT2
scheme-run-pace = by threshold pace
scheme-swim-pace = by critical swimming speed
scheme-short-coggan-power = Coggan
scheme-short-coggan-heart = Coggan
scheme-short-friel-run = Friel
scheme-short-friel-ride = Friel
scheme-short-max-heart = of highest
scheme-short-three-zone = 3 zones
scheme-short-run-pace = threshold
scheme-short-swim-pace = CSS
effort-race = Race
effort-time-trial = Time trial
effort-laboratory = Laboratory test
method-twenty-minutes = 95 % of the best 20 minutes
method-sixty-minutes = best 60 minutes
method-from-critical-power = from critical power
method-hyperbola = power over time, 2 to 20 minutes
method-distance-time = distance over time
method-from-critical-speed = from critical speed
method-race-equivalent = an hour's race, by VDOT
method-time-trial = heart rate of a time trial
method-passive-heart = highest 20-minute heart rates
method-highest-heart = highest five seconds, seen twice
method-mornings = low mornings of a week
predict-riegel = Riegel
predict-vdot = Daniels and Gilbert
predict-critical-speed = Critical speed
predict-vickers-one = Vickers and Vertosick, one race
predict-vickers-two = Vickers and Vertosick, two races
mark-travel = Travel
mark-altitude = Altitude
mark-heat = Heat
mark-cycle = Cycle
mark-illness = Illness
mark-other = Other
doubt-scaled-up = Only { $share } % of the time had a usable value; the rest is scaled up.
doubt-short = From { $time } only: so short a value says little.
doubt-sex-unknown = The sex is not known: the mean of both coefficients.
doubt-bridged = The usual source was not there; this one was multiplied by { $scale }, learned from { $sessions } sessions.
doubt-unbridged = The usual source was not there, and no scale between the two is known yet.
doubt-rough-height = Height from satellites: the slopes are rough.
doubt-taken-as-flat = No height was recorded: the ground counts as flat.
doubt-threshold-too-low = Below zero: the threshold it stands on is too low.
doubt-warmer = { $difference } warmer in the second half.
evidence-0 = a design of this program
evidence-1 = coaches' convention
evidence-2 = weak or mixed studies
evidence-3 = some studies
evidence-4 = large or repeated studies
evidence-5 = several trials agree, or measured outright
intervention-keep = Keep the week as it is
intervention-reduce-intensity = Same day, less hard
intervention-shorten = Shorter
intervention-swap-days = Another day
intervention-replace = Another session
intervention-extend-recovery = More rest
intervention-raise-volume = A little more
intervention-needs-you = Needs your decision

alternative-lighter = A lighter week
alternative-fewer-days = A training day less
alternative-less-quality = A quality session less
alternative-as-last-week = Last week once more
## end of labels

## Import messages and faults (fault-<code>-what, fault-<code>-next)

unassigned-name = To be assigned

key-in-keychain = in this computer's keychain
key-in-file = in a file that only you can read

guess-nobody = Neither device, name nor history speaks for anybody here.
guess-perhaps = Perhaps { $name } ({ $percent } of 100), not sure enough. { $why }
guess-reason-named = You named the athlete.
guess-reason-device = The device { $serial } was seen on this athlete before.
guess-reason-name-in-file = The name stands in the file.
guess-reason-name-in-path = The name stands in the file's path.
guess-reason-part-of-name = Part of the name stands in the path or the file, and nobody else has it.
guess-reason-same-activity = It is like an activity of theirs, { $score } of 100.
guess-reason-place = They begin near here in { $share } % of their sessions of this sport.
guess-reason-pace = The pace is { $deviations } standard deviations from their usual one.
guess-reason-only-one = Nobody else here trains this sport.
guess-reason-planned = They have a session of this sport planned that day.

same-evidence-start = The starts are { $seconds ->
    [0] the same.
    [1] one second apart.
   *[other] { $seconds } seconds apart.
}
same-evidence-zone-shift = The clocks are { $minutes } minutes apart, as two time zones are.
same-evidence-duration = { $share ->
    [0] They last equally long.
   *[other] The durations differ by { $share } %.
}
same-evidence-distance = { $share ->
    [0] They are equally long in distance.
   *[other] The distances differ by { $share } %.
}
same-evidence-heart-rate = The heart rates correlate by { $correlation } over { $minutes } minutes.
same-evidence-place = { $same ->
    [yes] They began in the same place.
   *[no] They began in different places.
}
same-evidence-other-sport = The devices call them different sports.

import-imported = { $activities ->
    [1] One activity
   *[other] { $activities } activities
}{ $repairs ->
    [0] .
    [1] , with one repair.
   *[other] , with { $repairs } repairs.
}
import-linked = The same activity is here from { $file }: both are kept, and its load counts once. { $why }
import-linked-richer = The same activity is here from { $file }; this file measured more and counts from now on, and the load counts once. { $why }
import-kept-apart = You said that it is another activity than that of { $file }: both count.
import-maybe-same = It may be the same activity as that of { $file }: both count until you link them. { $why }
import-brought-back = It was taken back before and is here again.
import-outside = The file is too large to be copied into the roster: what was read is kept, the file stays where it is.
import-templates = { $sessions ->
    [1] One session was added to the library.
   *[other] { $sessions } sessions were added to the library.
}
import-wellness-left = The rows of { $names } were left out: nobody here has that name. Add the athlete, then import the file again.
import-skipped = You left it out.
import-changed = The file changed after you looked at it, so it was left out. Import it again to see what is in it now.
import-twice = The same bytes stand earlier in this list: { $first }.
import-duplicate = The same bytes are here already: { $first }, imported on { $day }.
import-wellness = { $values ->
    [0] No new wellness values
    [1] One wellness value
   *[other] { $values } wellness values
}{ $notes ->
    [0] .
    [1] ; one place could not be taken as it stands.
   *[other] ; { $notes } places could not be taken as they stand.
}
note-not-a-date = Line { $line }: "{ $cell }" is not a date; write it like 2026-11-21.
note-not-a-number = Line { $line }, { $column }: "{ $cell }" is not a number.
note-out-of-range = Line { $line }, { $column }: { $cell } is outside what a person can have.
note-unknown-column = The column "{ $column }" is not known and was left out.
note-repeated-day = Line { $line }, { $column }: the day stands twice; the later line counts.
import-wellness-nobody = It holds wellness values and names nobody of the roster ({ $detail }). Say whose they are and import it again.
import-routed = { $what } The file is kept; it adds no training.
import-cannot-open = The file could not be opened ({ $detail }). Check that it is still there and that you may read it.
import-plan-file = This is a plan file, not a recording. Drop it alone, or open it with Read a plan file in the settings.
import-return-file = This is what an athlete sent back, not a recording. Drop it alone, or open it with Read what they sent back on the page of the athlete.

copy-said = Somebody said that it is the same activity.

morning-fault-nobody = Nobody here is called "{ $name }".
morning-fault-several = "{ $name }" fits { $count } athletes; write more of the name.
morning-fault-unknown-word = "{ $word }" is not a value Trackside knows.
morning-fault-no-number = "{ $word }" needs a number after it.
morning-fault-out-of-range = { $name }: { $value } is outside { $low } to { $high }.
morning-fault-nothing = The line names an athlete and no value.

watch-gone = The folder { $path } is not there. Connect its disk or choose another folder.
watch-refused = The system does not tell of new files in this folder ({ $detail }). Choose another folder, or import it by hand.

report-file = Import
report-heading-file = File
report-heading-outcome = Outcome
report-heading-athlete = Athlete
report-heading-why = Why this athlete
report-heading-activities = Activities
report-heading-wellness = Wellness values
report-heading-templates = Sessions for the library
report-heading-sessions = Planned sessions
report-heading-repairs = Repairs
report-heading-message = What happened
report-heading-hash = Identity (blake3)

routed-workout = A workout made for a device.
routed-course = A course made for a device.
routed-monitoring = Daily monitoring of a device.
routed-settings = Settings of a device.
routed-totals = Totals of a device.
routed-other = A device file that is not an activity.

fault-no-roster-what = No roster is open.
fault-no-roster-next = Open a roster file, or make a new one.
fault-file-exists-what = { $path } is there already.
fault-file-exists-next = Choose another name, or open that file instead.
fault-roster-missing-what = { $path } is not there.
fault-roster-missing-next = If it is on a drive that is not connected, connect it and try again. Otherwise check the path, or open another roster.
fault-not-a-roster-what = { $path } is not a Trackside roster.
fault-not-a-roster-next = Choose a file that ends in .trackside; nothing was changed.
fault-roster-newer-what = { $path } was written by a newer version of Trackside.
fault-roster-newer-next = Update Trackside, then open it again; nothing was changed.
fault-roster-diverged-what = { $path } does not match any version of Trackside.
fault-roster-diverged-next = Open a backup of it; nothing was changed.
fault-roster-busy-what = Another program is writing to this roster.
fault-roster-busy-next = Close the other program, then try again.
fault-roster-damaged-what = A part of this roster cannot be read.
fault-roster-damaged-next = Keep the file. Settings, Backups: restore the newest good one, or save what can still be read.
fault-disk-full-what = The disk is full; nothing was changed.
fault-disk-full-next = Make room, then try again.
fault-no-such-what = { $asked } is not in this roster.
fault-no-such-next = It may have been changed elsewhere; open the page again.
fault-unreadable-what = { $path } cannot be read ({ $detail }).
fault-unreadable-next = Check that the file is there and that you may read it.
fault-unwritable-what = { $path } cannot be written ({ $detail }).
fault-unwritable-next = Check the folder and the free space, or choose another folder.
fault-no-athlete-what = There is no athlete { $asked } in this roster.
fault-no-athlete-next = Check the name, or add the athlete first.
fault-which-athlete-what = { $asked } fits { $count } athletes.
fault-which-athlete-next = Write the whole name.
fault-no-activity-here-what = There is no activity { $asked } in this roster.
fault-no-activity-here-next = Open the athlete's page and choose from the list.
fault-no-import-what = There is no import { $asked } in this roster.
fault-no-import-next = Look through the list of imports for its id.
fault-no-plan-what = Nothing is planned for { $week } yet.
fault-no-plan-next = Propose the week first.
fault-week-past-what = { $week } is over.
fault-week-past-next = Choose this week or a later one.
fault-week-approved-what = { $week } is approved: nothing in it is proposed anew.
fault-week-approved-next = Take the approval back first, or change single sessions.
fault-revert-breaks-what = Put back as it was proposed, the session would break limits: { $detail }
fault-revert-breaks-next = Undo its changes one by one: there you can insist.
fault-inputs-gone-what = What the engine was told for { $week } was not kept, or another version of Trackside kept it.
fault-inputs-gone-next = Propose the week again; from then on it is kept.
fault-which-session-what = No session was named for the change { $change }.
fault-which-session-next = Choose a session first.
fault-impossible-what = This change cannot be made: { $detail }.
fault-impossible-next = Show the week again and choose from what stands there.
fault-name-taken-what = { $name } is in this roster already.
fault-name-taken-next = Open that athlete, or write a name that tells the two apart.
fault-no-zone-what = { $zone } is not a time zone.
fault-no-zone-next = Write it like Europe/Berlin.
fault-out-of-range-what = { $name }: { $value } is outside { $low } to { $high }.
fault-out-of-range-next = Correct the value; nothing was changed.
fault-too-low-what = { $name }: { $value } is below { $low }.
fault-too-low-next = Correct the value; nothing was changed.
fault-bad-text-what = { $name } is empty or longer than { $longest } characters.
fault-bad-text-next = Correct the text; nothing was changed.
fault-ends-before-start-what = { $to } is before { $from }.
fault-ends-before-start-next = Swap the two days.
fault-bad-start-what = An activity cannot have begun at { $start }; now it is { $now } for this athlete.
fault-bad-start-next = Correct the day and the time; nothing was changed.
fault-day-to-come-what = { $day } is yet to come; today is { $today }.
fault-day-to-come-next = Choose today or an earlier day; nothing was kept.
fault-morning-unclear-what = { $lines ->
    [one] One line was
   *[other] { $lines } lines were
} not understood, so nothing was kept.
fault-morning-unclear-next = Correct what is named above and keep it again.
fault-no-positions-what = This activity has no positions, and a GPX file is made of them.
fault-no-positions-next = Choose FIT, TCX or CSV.
fault-original-elsewhere-what = { $name } was too large to be copied into the roster; it stayed where it was.
fault-original-elsewhere-next = Look for it where you imported it from, or export the activity as FIT.
fault-place-withheld-what = The original says where { $athlete } was, and { $athlete } does not agree to that being used.
fault-place-withheld-next = Choose FIT, TCX or CSV: they are written without positions.
fault-entered-refused-what = The activity was not kept: { $detail }
fault-entered-refused-next = Correct what was entered; nothing was changed.
fault-no-preview-what = There is no such preview any more.
fault-no-preview-next = Drop the files again to see what would become of them.
fault-bytes-gone-what = The files of this import are not here any more.
fault-bytes-gone-next = Choose the files again; what came in before is kept and is not read twice.
fault-batch-runs-what = This import still runs.
fault-batch-runs-next = Wait until it ends, or cancel it first.
fault-batch-ended-what = This import has ended; nothing of it is left to do.
fault-batch-ended-next = Import the files again if some are missing; those that are here are not read twice.
fault-batch-undone-what = This import was taken back already.
fault-batch-undone-next = Bring it again first if you want it back.
fault-batch-here-what = This import was not taken back.
fault-batch-here-next = Look through the list of imports: what it brought is here.
fault-columns-unclear-what = These columns do not make a table of mornings.
fault-columns-unclear-next = Name exactly one column as the day and at least one as a value, each value once.
fault-two-athletes-what = These activities belong to two athletes.
fault-two-athletes-next = Give both to one athlete first.
fault-one-activity-what = An activity cannot be a copy of itself or of one of its own copies.
fault-one-activity-next = Choose the recording that should count, then link the others to it.
fault-not-a-folder-what = { $path } is not a folder on this computer.
fault-not-a-folder-next = Choose a folder by its whole path.
fault-not-base64-what = The bytes did not arrive whole.
fault-not-base64-next = Try again.
fault-key-damaged-what = The signing key in { $path } is damaged.
fault-key-damaged-next = Put its backup back. If there is none, move the file away: a new key is made, and people who know the old one must learn it.
fault-keychain-what = The keychain does not give the signing key ({ $detail }).
fault-keychain-next = Unlock the keychain, then try again.
fault-no-randomness-what = The system gives no randomness to make a key from.
fault-no-randomness-next = Start the computer again, then try again.
fault-no-home-what = The system names no folder for your data.
fault-no-home-next = Set TRACKSIDE_HOME to a folder of yours.
fault-hermetic-what = This is a test run, and it asked for your own data folder.
fault-hermetic-next = Set TRACKSIDE_HOME to a temporary folder.
fault-not-an-estimate-what = No estimate of { $name } allows this value.
fault-not-an-estimate-next = Look at the estimates again, or set the value by hand in the settings.
fault-result-gone-what = This result was corrected or taken back already.
fault-result-gone-next = Open the results again and choose the newest.
fault-result-says-nothing-what = Nothing can be learned from this result yet.
fault-result-says-nothing-next = Add its distance (a race run or swum needs one), its mean power or its heart rate.
fault-not-theirs-what = { $name } belongs to another athlete, not to { $athlete }.
fault-not-theirs-next = Choose one of { $athlete }'s own, or leave it out.
fault-other-day-what = The activity is of { $activity }, the result of { $result }.
fault-other-day-next = Correct the day of the result, or choose the activity of that day.
fault-season-gone-what = This season was replaced or taken back already.
fault-season-gone-next = Open the season again and go on from what stands there.
fault-mark-gone-what = This mark was replaced or taken back already.
fault-mark-gone-next = Open the marks again and choose from what stands there.
fault-cycle-not-allowed-what = { $athlete } has not agreed to marks of the cycle.
fault-cycle-not-allowed-next = Ask { $athlete } first; a yes can be taken back at any time.
fault-health-withheld-what = { $athlete } does not agree to health data being used, and marks say why a day is not like others.
fault-health-withheld-next = Ask { $athlete } first; a yes can be taken back at any time.
fault-mark-no-size-what = A mark of this kind ({ $kind }) has no size.
fault-mark-no-size-next = Leave the number out, or write it into the note.
fault-no-profile-what = This activity has no heights along a way of at least { $length }.
fault-no-profile-next = Choose an activity on the course that recorded distance and altitude.
fault-rule-fixed-what = This rule is not one that can be set.
fault-rule-fixed-next = Choose a rule from the list.
fault-rule-stays-on-what = Illness and pain are always shown.
fault-rule-stays-on-next = Leave the rule on; nothing was changed.
fault-rule-has-no-number-what = This rule compares with no number.
fault-rule-has-no-number-next = Switch it on or off only; nothing was changed.
fault-cancelled-what = Cancelled.
fault-cancelled-next = What was finished before is kept; start again to go on.
fault-bad-call-what = Trackside does not understand the call { $call }.
fault-bad-call-next = Check its name and its arguments.
fault-internal-what = Something went wrong inside Trackside; nothing was changed.
fault-internal-next = Try again. If it happens again, report the number below.

fault-file-empty-what = The file is empty.
fault-file-empty-next = Copy it from the device again.
fault-file-too-large-what = The file has { $bytes } bytes, more than any recording.
fault-file-too-large-next = Check that it is the right file.
fault-format-unknown-what = Trackside does not know what this file is; neither its contents nor its name say so.
fault-format-unknown-next = If it holds training, export it from the device or service as FIT, TCX or GPX; a table needs headings in its first line.
fault-format-not-yet-what = This is a { $format } file; Trackside does not read those yet.
fault-format-not-yet-next = Export the activity as FIT.
fault-file-unreadable-what = Nothing in this file could be read (it breaks off at byte { $at }).
fault-file-unreadable-next = Copy it from the device again.
fault-no-activity-what = The file holds no activity ({ $messages } messages read).
fault-no-activity-next = Check that it is the right file.
fault-decoder-failed-what = This file confuses the decoder ({ $messages } messages read).
fault-decoder-failed-next = Keep the file; export the activity again from the device's own service.
fault-several-people-what = This scale's file holds the weights of { $people } people and does not say who they are.
fault-several-people-next = Export one person's weights from the scale's own service, or enter them by hand.
fault-wellness-heading-what = This table has no { $missing } heading.
fault-wellness-heading-next = Give the first line the headings date and at least one wellness value.
fault-wellness-no-values-what = None of the { $rows } rows holds a value that can be read.
fault-wellness-no-values-next = Check the headings and the dates (2026-11-21).
fault-needs-columns-what = Nobody said yet what the { $count } columns of this table mean ({ $headings }).
fault-needs-columns-next = Name its columns once in the import review; tables like it are then read by themselves.
fault-no-date-what = Neither the file nor its name says on which day it was recorded.
fault-no-date-next = Put the day into its name, like 2026-11-22.csv, and import it again.
fault-no-threshold-what = This workout is written in watts and does not say for which threshold power.
fault-no-threshold-next = Save it as shares of the threshold (as MRC or ZWO), or make the session here.
fault-text-broken-what = This { $format } file breaks off or is damaged at byte { $at }; nothing before that could be used.
fault-text-broken-next = Export it again from the device or service, if you can as FIT.
fault-entities-refused-what = This file defines text entities of its own. No device writes that, and it can be made to fill a computer's memory.
fault-entities-refused-next = Do not use it unless you know who made it; export the activity again.
fault-too-deep-what = This file is nested { $depth } levels deep, more than any device writes.
fault-too-deep-next = Export the activity again from the device or service.
fault-archive-bad-what = This archive cannot be opened ({ $detail }).
fault-archive-bad-next = Download or copy it again, or unpack it and import the folder.
fault-archive-locked-what = This archive needs a password.
fault-archive-locked-next = Unpack it with its password and import the folder.
fault-archive-bomb-what = This archive unpacks to more than { $limit } MB, more than it may.
fault-archive-bomb-next = Check where it comes from; if it is yours, unpack it and import the folder in parts.
fault-archive-outside-what = A file in the archive wants to be put outside of it ({ $name }); it was not read.
fault-archive-outside-next = Do not trust this archive; the other files in it were read as usual.
fault-archive-deep-what = This archive lies in an archive in an archive; Trackside opens two within each other.
fault-archive-deep-next = Unpack the outer one and import the folder.

fault-signed-too-large-what = The file has { $bytes } bytes; one of its kind has at most { $limit }.
fault-signed-too-large-next = Check that it is the right file.
fault-signed-other-kind-what = This is not a file of the kind asked for, or it is damaged.
fault-signed-other-kind-next = Check that it is the right file; if it is, ask the author to send it again.
fault-signed-newer-what = The file is of version { $found }; this program reads up to { $known }.
fault-signed-newer-next = Update Trackside, then open it again.
fault-signed-field-what = The file holds a value that cannot be ({ $field }).
fault-signed-field-next = Ask the author to send it again.
fault-signed-not-canonical-what = The file was changed after it was signed (at byte { $at }).
fault-signed-not-canonical-next = Do not use it; ask the author to send it again.
fault-signed-key-what = The key in the file is not a key.
fault-signed-key-next = Do not use it; ask the author to send it again.
fault-signed-signature-what = The file's signature does not fit its contents: somebody or something changed it.
fault-signed-signature-next = Do not use it; ask the author to send it again.
fault-signed-too-deep-what = The file is nested deeper than any file of Trackside (at byte { $at }).
fault-signed-too-deep-next = Do not use it; it was not written by Trackside.
fault-signed-huge-number-what = The file holds a number that cannot be (at byte { $at }).
fault-signed-huge-number-next = Do not use it; it was not written by Trackside.
fault-signed-control-character-what = The file holds a hidden control character (at byte { $at }).
fault-signed-control-character-next = Do not use it; ask the author to write the text anew.
fault-signed-not-writable-what = The file would hold a value that no reader takes ({ $detail }).
fault-signed-not-writable-next = Look for odd numbers or characters in what is to be written, then try again.

value-row = Row
value-weeks = Weeks
value-version = The version
value-ftp = Functional threshold power
value-lthr = Threshold heart rate
value-hr-max = Highest heart rate
value-hr-rest = Resting heart rate
value-threshold-speed = Threshold speed
value-body-mass = Body mass
value-critical-power = Critical power
value-w-prime = Work above critical power
value-critical-speed = Critical speed
value-d-prime = Distance above critical speed
value-swim-speed = Critical swimming speed
value-height = Height
value-sleep-need = Sleep needed
value-impulse-a = Factor of the training impulse
value-impulse-b = Exponent of the training impulse
value-vt1 = Heart rate at the first threshold
value-vt2 = Heart rate at the second threshold
value-injury = Injury
value-minutes = Minutes
value-rpe = Perceived exertion
value-resting-hr = Resting heart rate
value-rmssd = rMSSD
value-sleep = Sleep
value-sleep-quality = Sleep quality
value-fatigue = Freshness
value-soreness = Soreness
value-stress = Stress
value-mood = Mood
value-illness = Illness
value-pain = Pain
value-name = The name
value-squad = The squad's name
value-race = The race's name
value-note = The note
value-reason = The reason's text
value-distance = Distance in metres
value-sets = The number of sets
value-reps = Repetitions
value-weight = Weight
value-title = The title
value-exercise = The exercise
value-comment = The comment
value-sdnn = SDNN
value-sleep-score = Sleep score
value-device-stress = Stress by the device
value-device-readiness = Readiness by the device
value-spo2 = Blood oxygen
value-respiration = Breaths a minute
value-steps = Steps
value-body-fat = Body fat
value-injured = Injured
value-fever = Fever
value-activity = The activity
value-season-race = The race
value-season-weeks = Weeks of a season
value-chart-size = Size of the chart in bytes
value-season-base = Load of the base week
value-season-share = Share of the base in percent
value-season-long-share = Share of the long session in percent
value-season-quality = Quality sessions
value-season-strength = Strength sessions
value-season-content = What to train
value-season-peak = Load of the highest week
value-season-fitness = Fitness to reach
value-season-goal-week = Week of the goal
value-result-time = Time in seconds
value-result-speed = Metres a second
value-power = Mean power
value-heart = Heart rate
value-temperature = Temperature
value-humidity = Humidity
value-altitude = Height in metres
value-race-distance = Distance in metres
value-leg = Length of a leg in metres
value-course-speed = Speed of the fastest leg, metres a second
value-mark-zones = Time zones
value-mark-days-ahead = Days ahead
value-rule-limit = The rule's number
value-limit-hr-min = Lowest heart rate
value-limit-hr-max = Highest heart rate
value-limit-hr-step = Fastest change of heart rate
value-limit-power = Highest power
value-limit-run-speed = Highest running speed
value-limit-climb = Fastest change of altitude

fault-no-front-end-what = The front end is not here.
fault-no-front-end-next = Build it with cargo xtask ui, or name its folder with --ui.
fault-cannot-listen-what = Port { $port } cannot be opened ({ $detail }).
fault-cannot-listen-next = Leave out --port to take a free one.

# Time, blocks and the planner's limits
fault-which-athletes-what = An exception is for at least one athlete, and a correction for exactly one.
fault-which-athletes-next = Choose who it is for; nothing was changed.
fault-exception-gone-what = This exception was replaced or taken back already.
fault-exception-gone-next = Show the week again and begin from what stands there.
fault-block-gone-what = This block was replaced or taken back already.
fault-block-gone-next = Show the blocks again and begin from what stands there.
fault-block-without-day-what = None of the chosen weekdays lies between the first and the last day.
fault-block-without-day-next = Choose a weekday in between, or other days; nothing was changed.
fault-block-elsewhere-what = { $name } takes place on no day of { $week }.
fault-block-elsewhere-next = Choose a week between its first and its last day.
value-block = The block's name
value-days = The number of days
value-bound-day = Minutes a day
value-bound-week = Minutes a week
value-bound-load = Points a week
value-bound-quality = Quality sessions a week
value-bound-spacing = Hours between quality sessions
value-bound-rest = Rest days a week
value-bound-ramp = Rise in percent

## end of faults

## Charts

chart-load = Load
chart-fitness = Fitness (CTL)
chart-fatigue = Fatigue (ATL)
chart-form = Form (TSB)
chart-day = Day
chart-race = Race
chart-phase = Phase
chart-settings = Settings
chart-changed = changed
chart-settings-changed = Settings changed
chart-load-daily = Daily load
chart-load-weekly = Load, by week
chart-load-monthly = Load, by month
chart-planned-load = Planned load
chart-nothing-planned = nothing planned
chart-expected-fitness = Fitness if trained
chart-expected-fatigue = Fatigue if trained
chart-expected-form = Form if trained
chart-injured = injured
chart-note = Note
chart-mark = { $day }: { $what }
chart-phase-begins = { $phase } begins
chart-unknown = unknown
chart-unknown-days = { $days } unknown
chart-load-empty = No load yet. Import activities and the trend starts with the first one.
chart-load-title = Load from { $from } to { $to }. Fitness went from { $before } to { $fitness }; fatigue is { $fatigue }, form { $form }. { $unknown ->
    [0] Every day is known.
    [one] One day is unknown.
   *[other] { $unknown } days are unknown.
  }
chart-spark-empty = No load known in these days
chart-spark-title = Load { $load } in { $days } days, { $unknown } unknown
chart-readiness = Readiness
chart-readiness-empty = No readiness yet: it needs some days of sleep, heart-rate variability or morning answers.
chart-readiness-title = Readiness from { $from } to { $to }. { $score } of 100 on { $on }, range { $low } to { $high }; 50 is the own usual. { $missing ->
    [0] No day is missing.
    [one] One day is missing.
   *[other] { $missing } days are missing.
  } { $ill ->
    [0] No day with illness.
    [one] One day with illness.
   *[other] { $ill } days with illness.
  }
chart-range = { $low } to { $high }
chart-usual = own usual
chart-coverage = Signals present
chart-age = Age
chart-stale = { $days ->
    [one] one day old
   *[other] { $days } days old
  }
chart-marks = Marks
chart-ill = ✚ ill
chart-ill-plain = ill
chart-pain = ▲ pain
chart-pain-plain = Pain
chart-pain-value = pain { $pain }
chart-low-end = Low end
chart-high-end = High end
chart-channel = Channel
chart-channel-heart-rate = Heart rate, bpm
chart-channel-power = Power, W
chart-channel-speed = Speed, { $unit }
chart-channel-altitude = Altitude, { $unit }
chart-channel-cadence = Cadence, rpm
chart-channel-temperature = Temperature, { $unit }
chart-channel-respiration = Breaths, a minute
chart-channel-core-temperature = Core temperature, { $unit }
chart-channel-skin-temperature = Skin temperature, { $unit }
chart-channel-spo2 = Blood oxygen, %
chart-channel-muscle-oxygen = Muscle oxygen, %
chart-channel-left-balance = Left leg's share, %
chart-channel-ground-contact = Ground contact, ms
chart-channel-ground-contact-balance = Ground contact, left, %
chart-channel-vertical-oscillation = Vertical oscillation, mm
chart-channel-vertical-ratio = Vertical ratio, %
chart-channel-step-length = Step length, mm
chart-channel-leg-stiffness = Leg stiffness, kN/m
chart-channel-form-power = Form power, W
chart-channel-air-power = Air power, W
chart-channel-rr-interval = Beat to beat, ms
chart-speed-and-pace = { $speed } · { $pace }
chart-lowest = Lowest
chart-average = Mean
chart-highest = Highest
chart-high = max { $value }
chart-mean = mean { $value }
chart-low = min { $value }
chart-time = Time
chart-trace-empty = This activity has no channel that can be drawn.
chart-trace-title = Activity of { $elapsed }, laps: { $laps }. { $channels }.
chart-trace-channel = { $channel }: mean { $mean }, highest { $high }
chart-channel-latitude = Latitude
chart-channel-longitude = Longitude
chart-channel-distance = Distance, { $unit }
chart-hint = Arrow keys read its values.
chart-hint-zoom = Ctrl and wheel (or the wheel once it is clicked) zooms, drag moves, Shift and drag marks a span. Keys: arrows read, Shift and arrows move, + and − zoom, Page Up and Down go to marks, Enter begins and ends a span, Esc goes back.
chart-trace = Recorded channels
chart-earlier = Earlier
chart-later = Later
chart-nearer = Closer
chart-farther = Farther
chart-steps = Zoom and move
chart-whole = Show everything
chart-mark-span = Drag marks a span
chart-menu = { $chart }: copy or save
chart-copy-csv = Copy numbers as CSV
chart-save-csv = Save numbers as CSV
chart-save-svg = Save picture as SVG
chart-save-png = Save picture as PNG
chart-copied = The numbers are copied.
chart-not-copied = The system did not let the numbers be copied. Save them as a file instead.
chart-rows-shown = { $shown } of { $all } rows are shown; saved as CSV all of them are there.
chart-marks-here = { $count ->
    [one] One mark in this span
   *[other] { $count } marks in this span
}
chart-as-table = In words and as a table

chart-season-empty = Nothing is planned in these weeks, and nothing was recorded.
chart-season-title = Season from { $from } to { $to }: fitness { $before } then, { $after } at the end; the highest week is planned with { $highest } points; { $races ->
    [0] no race
    [one] one race
   *[other] { $races } races
}.
chart-today = Today
chart-season-week = Week from
chart-season-planned = Planned
chart-season-limit = The limits leave
chart-season-drafted = Drafted
chart-season-done = Done
chart-season-expected = Expected fitness
chart-season-possible = Possible
chart-season-a-week = a week
## end of charts

## Exported pages

page-title = Plan for { $athlete }, { $week }
page-from-to = { $from } to { $to }
page-by = Written by { $author } on { $date }
page-sum = { $sessions ->
    [0] No session
    [1] One session, { $time }, load { $load }
   *[other] { $sessions } sessions, { $time }, load { $load }
}
page-abstained = Too little was known for a plan of its own: this is the template week, and the coach decides.
page-day = Day
page-session = Session
page-duration = Time
page-load = Load
page-by-coach = Coach
page-step = { $repeat ->
    [1] { $minutes } min at { $percent } % of threshold
   *[other] { $repeat } × { $minutes } min at { $percent } % of threshold
}
page-step-rest = { $repeat ->
    [1] { $minutes } min at { $percent } % of threshold, then { $rest } min easy
   *[other] { $repeat } × { $minutes } min at { $percent } % of threshold, { $rest } min easy after each
}
page-notes = Notes
page-changes = What the coach changed
page-change = { $before } → { $after }
page-change-percent = { $before } → { $percent } %
page-named = { $title } ({ $time }, { $date })
page-minutes = { $minutes } min
page-hours = { $hours } h { $minutes }
page-signed = Signed by { $author }. Fingerprint of the key:
page-copy = This page is a copy for reading. What can be verified is the plan file that came with it.

## Exported activities and archives

export-left-channels = Not in the { $format } file: { $channels }.
export-left-laps = { $format } holds no laps here.
export-left-pauses = Pauses are gaps in { $format }, not marked as pauses.
export-left-lengths = { $format } has no place for pool lengths.
export-left-sets = { $format } has no place for strength sets.
export-left-rpe = { $format } has no place for the perceived exertion.
export-left-comment = { $format } has no place for the comment.
export-left-marks = { $format } cannot mark samples as suspect; they are written as they were recorded.
export-left-place = Positions, if there were any: { $athlete } does not agree to their being used.
export-left-elsewhere = { $file }: its bytes are not in the roster, because it was too large or is not kept any longer. Its activities are written anew.
export-left-original = { $file }: it says where the athlete was, and that may not be used. Its activities are written anew, without positions.
export-left-shared = { $file }: it also holds somebody else's activities. This athlete's own are written anew.
export-left-notes = { $notes ->
    [one] One note that the coach keeps private.
   *[other] { $notes } notes that the coach keeps private.
}

archive-title = What Trackside keeps about { $athlete }, written on { $day }.
archive-originals = the files as they were imported, byte for byte
archive-anew = activities whose file is not here, written anew as FIT
archive-activities = every activity with its numbers; a copy names the activity that counts
archive-measures = every number computed of an activity, with its unit, and what it was computed from
archive-curves = the best mean of every duration, for each activity
archive-days = load, fitness, fatigue, form and the other numbers of every day
archive-results = races and tests, corrected and withdrawn ones too
archive-marks = days on which the usual does not hold (travel, altitude, heat)
archive-wellness = every wellness value ever kept, corrected ones too
archive-athlete = name, date of birth, zone, squad, devices, repair limits
archive-settings = thresholds, each from the day it holds
archive-availability = minutes a day, each answer from the day it holds
archive-races = races and phases of the season
archive-notes = the notes meant for the athlete
archive-plans = every planned week: proposal, changes with their reasons, shared notes
archive-seasons = seasons week by week, every version of them
archive-exceptions = days on which the usual time does not hold, corrected and withdrawn ones too
archive-approvals = which weeks were approved, and when that was taken back
archive-adaptations = changes of running weeks, applied or set aside
archive-follow-ups = what came of each session of the weeks that are over
archive-consents = what the athlete agreed to and withdrew
archive-journal = who changed what and when
archive-left-out = Not in this archive:

## end of exported pages

## Screens

screen-side = Club and navigation
screen-skip = Skip to the page
screen-nav = Pages
screen-nav-roster = Roster
screen-nav-board = Plan board
screen-nav-week = Week
screen-nav-availability = Availability
screen-nav-blocks = Club blocks
screen-nav-library = Library
screen-nav-import = Import
screen-nav-settings = Settings
screen-no-page = There is nothing at this address.
screen-no-roster = No roster open
screen-sample-club = { $count } made-up athletes
screen-athlete-count = { $count ->
    [1] 1 athlete
   *[other] { $count } athletes
}
screen-signs-as = You write as
screen-theme = Appearance
screen-theme-system = System
screen-theme-light = Light
screen-theme-dark = Dark
screen-theme-contrast = High contrast
screen-title = { $page } · Trackside
screen-theme-hint = Kept on this machine only.

screen-close = Close
screen-cancel = Cancel
screen-stopping = Stopping…
screen-add = Add
screen-change = Change
screen-save = Save
screen-retry = Try again
screen-all = All
screen-none = no value
screen-show-all = Show all
screen-show-more = Show more
screen-from = From
screen-name = Name
screen-today = today
screen-yesterday = yesterday
screen-tomorrow = tomorrow
screen-days-ago = { $days } d ago
screen-days-ahead = in { $days } d
screen-days-old = { $days } d old
screen-range = { $low }–{ $high }
screen-between = Between { $low } and { $high }, please.
screen-not-a-number = “{ $text }” is not a number.
screen-not-a-day = Give a day.
screen-not-a-pace = Write it like 4:32.
screen-not-minutes = 0 to 1440 minutes.
screen-more = +{ $count } more
screen-steps = { $done } of { $total }
screen-fault-trace = Reference { $trace }
screen-fault-shape-what = This window and the program do not understand each other.
screen-fault-shape-next = Close Trackside and start it again, so that both are of one version.
screen-fault-unreachable-what = The program does not answer.
screen-fault-unreachable-next = Check that Trackside is still running, then try again.
screen-score-range = Readiness { $score }, probably between { $low } and { $high }; 50 is usual
screen-spark = Load of the last { $days } days: { $sum } points in all{ $unknown ->
    [0] {""}
    [1] , one day unknown
   *[other] , { $unknown } days unknown
}

screen-triage-under = { $day }  ·  { $flagged ->
    [0] nobody needs a look
    [1] one of { $count } needs a look
   *[other] { $flagged } of { $count } need a look
}
screen-triage-caption = Athletes, those who need a look first
screen-filter = Filter by name, reason or race
screen-filter-nothing = Nobody fits this filter.
screen-key-move = move
screen-key-plan = plan
screen-key-filter = filter
screen-clear = Nothing to flag
screen-nothing-flagged = –
screen-col-athlete = Athlete
screen-col-why = Why
screen-col-readiness = Readiness
screen-col-fitness = Fitness
screen-col-fatigue = Fatigue
screen-col-form = Form
screen-col-last = Last
screen-col-plan = Plan
screen-usual = of { $load }
screen-open-week = Open { $week }
screen-plan-none = none yet
screen-plan-draft = draft
screen-plan-needs-review = Needs review
screen-plan-approved = Approved
screen-plan-edited = edited
screen-plan-exported = exported
screen-empty-roster = No athletes yet
screen-empty-roster-hint = Add one, import a folder of device files, or open the sample club to look around. You can also drop files anywhere in this window.
screen-open-sample = Open the sample club
screen-sample-opening = Opening the sample club
screen-add-athlete = Add athlete
screen-born = Date of birth
screen-sex = Sex
screen-sex-hint = Heart-rate load has published coefficients for women and men, and age sets limits for the young. Leave both open if you do not know; the plan is then less sure.
screen-not-said = Not given
screen-female = Female
screen-male = Male
screen-squad = Squad
screen-squad-hint = Made if it is new.
screen-unassigned = { $files ->
    [1] One activity waits to be given to somebody.
   *[other] { $files } activities wait to be given to somebody.
}
screen-assign = Assign
screen-assign-title = Whose activities are these?
screen-choose-athlete = Choose an athlete
screen-assign-count = { $count ->
    [0] Assign
    [1] Assign 1 activity
   *[other] Assign { $count } activities
}
screen-assigned = { $count ->
    [1] One activity assigned.
   *[other] { $count } activities assigned.
}
screen-remember-device = Remember the device
screen-remember-device-hint = The next files of the same device go to this athlete by themselves.

screen-drop = Drop to import
screen-drop-hint = Files, folders, archives and whole device dumps. You see what they are before anything is imported.
screen-import-files = Import files
screen-import-folder = Import folder
screen-import-nothing = There was no file to import.
screen-importing = Importing
screen-import-under = Drop files, folders or archives anywhere in the window. You see what they are first.
screen-import-told = { $outcomes }.
screen-import-told-cancelled = Stopped: { $outcomes }; the rest was not touched.
screen-report = Import report
screen-report-show = Show
screen-report-activity = { $count ->
    [1] Open
   *[other] Open { $number }
}
screen-outcome-all = All { $count }
screen-outcome-imported = imported
screen-outcome-duplicate = already here
screen-outcome-routed = set aside
screen-outcome-refused = refused
screen-outcome-imported-count = Imported { $count }
screen-outcome-duplicate-count = Already here { $count }
screen-outcome-routed-count = Set aside { $count }
screen-outcome-refused-count = Refused { $count }
screen-review = Import review
screen-review-bringing = Bringing the files
screen-review-reading = Reading the files
screen-review-reading-hint = Each file is read whole: whose it is, whether it is here already, what has to be repaired. Nothing is in the roster before you say so.
screen-importing-hint = Each file comes in whole or not at all. What is finished stays if you stop.
screen-review-busy = Files are being read already. Wait for them or stop them first.
screen-review-decide-first = An import waits for your decision. Import or discard it first, then bring the next files.
screen-review-too-large = It is too large for a browser. Open Trackside in its own window, which reads files from the disk.
screen-fault-unreadable-what = The browser could not read this file.
screen-fault-unreadable-next = Check that it is still there and that you may read it, then drop it again.
screen-review-read = { $count ->
    [1] 1 file read, nothing imported yet
   *[other] { $count } files read, nothing imported yet
}
screen-review-open = { $count ->
    [1] One file needs you. Unknown ones wait under “unassigned” if you import now.
   *[other] { $count } files need you. Unknown ones wait under “unassigned” if you import now.
}
screen-review-all-decided = Nothing is left to decide.
screen-review-cut = You stopped the reading: the files not reached are missing here.
screen-review-discard = Discard
screen-review-discarded = Discarded. The roster is as it was.
screen-review-discard-title = Discard this import?
screen-review-discard-text = { $count ->
    [1] Your choice for one file is lost. The files themselves stay where they are.
   *[other] Your choices for { $count } files are lost. The files themselves stay where they are.
}
screen-review-keep = Keep reviewing
screen-review-accept = { $count ->
    [0] Nothing to import
    [1] Import 1 file
   *[other] Import { $count } files
}
screen-review-empty = There was no file in it
screen-review-empty-hint = Drop device files, a folder of them, or an archive (zip, gz). Hidden files of the system are left out.
screen-review-caption = Files read, those that need you first
screen-review-all = All { $count }
screen-review-count-needs-you = Needs you { $count }
screen-review-count-new = New { $count }
screen-review-count-here = Here already { $count }
screen-review-count-routed = Set aside { $count }
screen-review-count-refused = Refused { $count }
screen-review-group-needs-you = Needs you
screen-review-group-new = New
screen-review-group-here = The same activity, or here already
screen-review-group-routed = Set aside: no activity and no wellness, kept as it is
screen-review-group-refused = Refused
screen-review-group-open = { $count } to decide
screen-review-verdict = What it is
screen-review-session = Planned session
screen-review-notes = Problems and repairs
screen-stand-new = new
screen-stand-unknown = whose?
screen-stand-needs-columns = columns?
screen-stand-maybe-same = the same?
screen-stand-linked = linked
screen-stand-apart = kept apart
screen-stand-left = left out
screen-stand-duplicate = already here
screen-stand-routed = set aside
screen-stand-refused = refused
screen-guess-sure = { $percent } % sure
screen-guess-likely = { $percent } % likely
screen-guess-unsure = { $percent } % a guess
screen-review-choose = Choose the athlete:
screen-review-chosen = chosen
screen-review-nobody = Nobody known
screen-review-remember = Remember { $device }
screen-review-same-or-not = Is it the same activity?
screen-review-same = Same
screen-review-different = Different
screen-review-columns = Say what the columns mean
screen-review-leave = Leave out
screen-review-take = Take in
screen-review-same-as = { $earlier ->
    [1] Same as { $file } above ({ $athlete })
   *[other] Same as { $file } ({ $athlete })
}, { $percent } %; that one counts. { $why }
screen-review-same-richer = { $earlier ->
    [1] Same as { $file } above ({ $athlete })
   *[other] Same as { $file } ({ $athlete })
}, { $percent } %; this one measured more and counts. { $why }
screen-review-other-guess = { $name } { $percent } %
screen-review-others = Or: { $who }
screen-review-measured = Measured: { $channels }
screen-review-wellness = { $count ->
    [1] 1 wellness value
   *[other] { $count } wellness values
}
screen-review-templates = { $count ->
    [1] 1 session for the library
   *[other] { $count } sessions for the library
}
screen-review-parts = { $count } parts
screen-review-until = to { $day }
screen-review-window = { $from } to { $to } of { $count }
screen-review-before = Earlier rows
screen-review-after = Later rows
screen-review-given = { $files } files given.
screen-review-whose = { $files ->
    [0] Whose is it?
    [1] Whose is it?
   *[other] Whose are these { $files } files?
}
screen-review-of-device = { $files } files of { $device }
screen-review-of-folder = { $files } files of { $folder }
screen-review-type-name = Type a name
screen-review-newcomer = add to the roster
screen-review-nobody-yet = Nobody is in the roster yet. Type a name to add somebody.
screen-review-keys = Keys
screen-review-key-next = next to decide
screen-review-key-athlete = athlete
screen-review-key-skip = leave out
screen-review-key-all = all keys
screen-review-does-down = Next file
screen-review-does-up = File before
screen-review-does-next = Next file that needs you
screen-review-does-athlete = Choose the athlete: type, then Enter
screen-review-does-athlete-all = One athlete for all files of this device, or of this folder
screen-review-does-remember = Remember this device for the athlete
screen-review-does-skip = Leave the file out, or take it in again
screen-review-does-same = It is the same activity: keep and link, its load counts once
screen-review-does-different = It is another activity: keep both apart
screen-review-does-columns = Say what the columns of a table mean
screen-review-does-accept = Import
screen-review-does-discard = Discard
screen-columns-title = What do these columns mean?
screen-columns-hint = { $file }: say it once; later tables with the same headings are read by themselves.
screen-columns-heading = Heading
screen-columns-sample = First values
screen-columns-use = Is
screen-columns-use-of = What “{ $heading }” is
screen-columns-written = Written as
screen-columns-written-of = How “{ $heading }” is written
screen-columns-ignore = (left out)
screen-columns-day = Day
screen-columns-athlete = Athlete’s name
screen-columns-no-day = Say which column is the day.
screen-columns-two-days = Only one column can be the day.
screen-columns-no-value = Say what at least one value is.
screen-columns-save = Read the table
screen-order-year-month-day = year, month, day
screen-order-day-month-year = day, month, year
screen-order-month-day-year = month, day, year
screen-order-year-day-month = year, day, month
screen-import-told-nothing = Nothing was in it.
screen-outcome-told-imported = { $files } imported
screen-outcome-told-linked = { $files } linked
screen-outcome-told-duplicate = { $files } already here
screen-outcome-told-routed = { $files } set aside
screen-outcome-told-skipped = { $files } left out
screen-outcome-told-refused = { $files } refused
screen-outcome-linked = linked
screen-outcome-skipped = left out
screen-outcome-linked-count = Linked { $count }
screen-outcome-skipped-count = Left out { $count }
screen-report-by = By { $who }, { $when }
screen-report-files = Files
screen-report-export = Export report
screen-report-back = All imports
screen-changed = Changed because of this import
screen-changed-under = Loads and form as of today.
screen-changed-came = Came in
screen-changed-load = Load 7 d
screen-changed-load-hint = Load of the last seven days, before and after
screen-changed-form = Form
screen-changed-flags = Reasons for a look
screen-changed-sessions = Sessions done
screen-changed-new = New:
screen-changed-gone = Gone:
screen-changed-to = becomes
screen-batch-source = From
screen-batch-state = State
screen-batch-outcomes = Files
screen-batch-actions = What can be done
screen-batch-report = Report
screen-batch-running = running
screen-batch-interrupted = cut off
screen-batch-done = done
screen-batch-cancelled = stopped
screen-batch-undone = taken back
screen-batch-undo = Undo this import
screen-batch-redo = Bring it again
screen-batch-continue = Go on with it
screen-batch-files = { $count ->
    [1] 1 file
   *[other] { $count } files
}
screen-batch-taken-back = Taken back: { $what }.
screen-batch-brought-again = Brought again: { $what }.
screen-moved-activities = { $count ->
    [1] 1 activity
   *[other] { $count } activities
}
screen-moved-wellness = { $count ->
    [1] 1 wellness value
   *[other] { $count } wellness values
}
screen-moved-templates = { $count ->
    [1] 1 session of the library
   *[other] { $count } sessions of the library
}
screen-moved-devices = { $count ->
    [1] 1 device
   *[other] { $count } devices
}
screen-moved-links = { $count ->
    [1] 1 link
   *[other] { $count } links
}
screen-moved-notes = { $count ->
    [1] 1 note that stays with its activity
   *[other] { $count } notes that stay with their activities
}
screen-moved-nothing = nothing
screen-source-files = files on this computer
screen-source-uploads = browser
screen-source-watch = watched folder
screen-source-hand = entered by hand
screen-watch = Watched folder
screen-watch-under = What appears in it is imported by itself.
screen-watch-off = No folder is watched. Choose the one your watch or its app writes to: each new file then comes in by itself, as its own import that can be undone.
screen-watch-choose = Watch a folder
screen-watch-other = Watch another folder
screen-watch-stop = Stop watching
screen-watch-start = Watch
screen-watch-path = Folder
screen-watch-path-hint = The whole path of a folder on this computer.
screen-watch-running = watching
screen-watch-stopped = not watching
screen-exported = Written to
screen-exported-without = Not in it:
screen-size-kb = { $size } kB
screen-size-mb = { $size } MB
screen-export = Export
screen-export-original = Original file
screen-export-original-hint = The very bytes that were imported
screen-export-fit = FIT
screen-export-fit-hint = For watches and most programs
screen-export-tcx = TCX
screen-export-tcx-hint = Laps, heart rate, power, positions
screen-export-gpx = GPX
screen-export-gpx-hint = The track on the map
screen-export-csv = CSV
screen-export-csv-hint = A table, one row a sample
screen-export-no-places = No positions were recorded.
screen-copies = The same activity also came from other files. This one counts; the others are kept, and their load does not count again.
screen-copy-why = { $percent } % alike: { $why }
screen-copy-of = This is a copy: the same activity from another file counts, this one’s load does not.
screen-copy-of-open = Open the one that counts
screen-copy-apart = Keep apart
screen-copy-apart-done = Kept apart: both count now.
screen-session-of = planned as { $title }
screen-comment = Comment
screen-comment-example = Felt heavy on the hills
screen-lengths = Pool lengths
screen-lengths-in = { $count } lengths of { $pool } m
screen-lengths-count = { $count } lengths
screen-length = Length
screen-strokes = Strokes
screen-stroke = Stroke
screen-stroke-freestyle = Freestyle
screen-stroke-backstroke = Backstroke
screen-stroke-breaststroke = Breaststroke
screen-stroke-butterfly = Butterfly
screen-stroke-drill = Drill
screen-stroke-mixed = Mixed
screen-rest = Rest
screen-sets = Strength sets
screen-sets-count = { $count ->
    [1] 1 set
   *[other] { $count } sets
}
screen-set = Set
screen-exercise = Exercise
screen-exercise-unknown = not named
screen-reps = Repetitions
screen-weight = Weight
screen-weight-in = Weight, { $unit }
screen-set-add = Add a set
screen-set-remove = Remove this set
screen-set-reps-range = Repetitions are a whole number from 1.
screen-set-weight-range = Weight is 0 to { $most }.
screen-add-activity = Add activity
screen-add-activity-hint = For a session nobody recorded. Minutes and how hard it felt are enough for its load.
screen-activity-added = Activity added. It is an import of its own and can be undone there.
screen-duration = Duration
screen-minutes-range = More than 0 and at most 1440 minutes.
screen-distance-range = 0 to { $most }.
screen-not-a-time = Write it like 17:30.
screen-effort-of = { $rpe }: { $felt }
screen-morning = Squad morning
screen-morning-lines = One athlete a line
screen-morning-example = Ada: sleep 7.5, sore 3, hr 48
screen-morning-hint = Write a name, a colon and what you know: “Ada: sleep 7.5, sore 3, hr 48; ill”. A first name is enough while it is clear whose it is.
screen-morning-words = It is read back while you type, and kept only when you say so.
screen-morning-line = Line
screen-morning-read = Read as
screen-morning-clear = Every line is understood.
screen-morning-problems = { $count ->
    [1] One line is not understood yet. Nothing is kept before it is.
   *[other] { $count } lines are not understood yet. Nothing is kept before they are.
}
screen-morning-ill = { $ill ->
    [0] { $name }: no
   *[other] { $name }
}
screen-morning-keep = Keep
screen-data = Data
screen-export-all = Everything in one file
screen-export-all-hint = Original files, tables, thresholds, notes, plans, consents and the journal of this athlete. Nothing else leaves this computer.
screen-export-all-do = Export everything
screen-export-all-running = Writing everything of this athlete
screen-limits = Repair limits
screen-limits-usual = The usual limits. Samples past them are kept, marked and not used.
screen-limits-own = This athlete’s own limits. Samples past them are kept, marked and not used.
screen-limits-change = Change limits
screen-limits-hint = Every recording of this athlete is looked through again with the new limits. What was recorded stays.
screen-limits-back = Back to the usual
screen-limits-save = Save and look again
screen-limits-running = Looking through the recordings again
screen-limits-done = { $count ->
    [0] Limits kept; no activity changed.
    [1] Limits kept; one activity changed.
   *[other] Limits kept; { $count } activities changed.
}
screen-limit-hr-min = Lowest heart rate
screen-limit-hr-max = Highest heart rate
screen-limit-hr-step = Fastest change of heart rate
screen-limit-power = Highest power
screen-limit-speed = Highest running speed
screen-limit-climb = Fastest climb or fall
screen-signals = Signals
screen-signals-hint = What is known, from where, how old and how good.
screen-signals-none = No signal yet
screen-signals-none-hint = Signals appear with the first recording or wellness value.
screen-signals-never = Never recorded: { $names }
screen-signal-recent = { $count ->
    [0] none in 28 d
   *[other] { $count } in 28 d
}
screen-tier-direct = measured directly
screen-tier-context = context
screen-tier-experimental = experimental
screen-quality-good = good
screen-quality-repaired = { $share } % doubtful
screen-quality-poor = { $share } % cannot be used
screen-quality-reported = told by a person
screen-batches = Earlier imports
screen-batches-under = Each is kept whole with its report, and can be taken back.
screen-batches-none = Nothing imported yet
screen-batches-none-hint = Drop a folder, an archive or single files anywhere in the window: FIT, TCX, GPX, HRM, PWX, SML, Apple Health, wellness tables, workouts. You see whose they are and what is new before anything is imported.
screen-col-outcome = Outcome
screen-col-file = File
screen-col-what = What happened
screen-col-repairs = Repairs
screen-col-when = When
screen-col-who = Who
screen-col-activities = Activities

screen-col-start = Start
screen-col-day = Day
screen-col-sport = Sport
screen-col-time = Time
screen-col-device = Device
screen-col-hr = HR
screen-col-np = NP
screen-col-rpe = RPE
screen-col-load = Load
screen-avg-hr-hint = Mean heart rate, bpm
screen-np-hint = Normalized power, W
screen-rpe-hint = Perceived exertion, 0 to 10
screen-load-short-power = power
screen-load-short-pace = pace
screen-load-short-swim = swim
screen-load-short-heart-rate = HR
screen-load-short-perceived = RPE
screen-repairs = { $count ->
    [1] 1 repair
   *[other] { $count } repairs
}
screen-activities-none = No activity yet
screen-activities-none-hint = Drop this athlete’s files anywhere in the window, or import a folder.

screen-age = { $years } years
screen-next-race = { $name } { $away }
screen-this-week = This week
screen-next-week = Plan next week
screen-today-heading = Today
screen-ill-today = Reported ill
screen-pain-today = Reported pain { $pain } of 10
screen-injured-today = Reported injured
screen-fever-today = Reported fever
screen-red-flags = Beside readiness
screen-red-flags-note = Stands for itself: it is no part of the score, and no good value makes up for it.
screen-marks-note = These days are left out of what is usual.
screen-readiness-never-hint = Nothing it is made of was ever recorded. Enter the morning's values, or import them from a device.
screen-readiness-few-hint = There is too little to compare with yet; it comes with more mornings.
screen-readiness-aside-hint = A mark covers these days: the usual does not hold, so there is no score.
screen-hrv = HRV by two rules
screen-hrv-week = Week against its own band
screen-hrv-week-by = Plews; Vesterinen; Javaloyes
screen-hrv-week-hint = Mean of ln rMSSD over seven days against the mean of the 28 days before, half a standard deviation each way.
screen-hrv-day = Single day
screen-hrv-day-by = Kiviniemi
screen-hrv-day-hint = The day against the mean of the last ten less one standard deviation, or falling for two days.
screen-hrv-limit = limit { $limit } ms
screen-hrv-variation = Variation over seven days
screen-hrv-usual = usual
screen-hrv-below = below
screen-hrv-above = above
screen-hrv-above-hint = Above the band is not better by itself.
screen-hrv-set-aside = { $days ->
    [1] One marked day is left out of the usual.
   *[other] { $days } marked days are left out of the usual.
}
screen-sleep-debt = Sleep missed in seven nights
screen-sleep-known = { $nights } of 7 nights known; { $need } h a night needed.
screen-sleep-known-guessed = { $nights } of 7 nights known; { $need } h a night, this program's guess until somebody sets the need.
screen-items = Answers against the own usual
screen-hooper = Hooper index { $index }, from 4 (good) to 28 (bad).
screen-ctl = CTL
screen-atl = ATL
screen-tsb = TSB
screen-ramp = Ramp
screen-ramp-unit = CTL per week
screen-readiness-unknown = Readiness unknown
screen-readiness-below = Below this athlete’s own usual.
screen-readiness-above = Above this athlete’s own usual.
screen-readiness-usual = Within this athlete’s own usual: 50 lies inside the range.
screen-coverage = Made from { $share } % of the signals by weight.
screen-contributors = What readiness was made from
screen-col-signal = Signal
screen-col-today = Today
screen-col-usual = Usual
screen-col-effect = Effect
screen-col-z = SD
screen-z-hint = Distance from usual in standard deviations; plus is better.
screen-unit-ms = ms
screen-unit-bpm = bpm
screen-unit-h = h
screen-unit-of-five = of 5
screen-span = Range
screen-span-six-weeks = 6 weeks
screen-span-half-year = 26 weeks
screen-span-twelve-weeks = 12 weeks
screen-span-s = { $span } s
screen-span-min = { $span } min
screen-span-h = { $span } h
screen-span-year = 1 year
screen-load-caption = Load, fitness (CTL), fatigue (ATL) and form (TSB)
screen-load-none = No load yet
screen-load-none-hint = Load appears with the first activity that has power, heart rate or a felt effort.
screen-weeks = Load by week
screen-weeks-waiting = { $waiting ->
    [1] One activity waits to be computed with the present settings: until then these numbers mix old and new.
   *[other] { $waiting } activities wait to be computed with the present settings: until then these numbers mix old and new.
}
screen-recompute = Recompute
screen-recomputing = Computing again with the present settings
screen-recomputed = { $activities ->
    [0] Everything was up to date.
    [1] One activity computed again; the load of { $changed } changed.
   *[other] { $activities } activities computed again; the load of { $changed } changed.
}
screen-recompute-stopped = Stopped: { $activities } computed again, { $waiting } still wait. Recompute goes on from there.
screen-in-words = In words
screen-col-one-week = Week
screen-weeks-now = not over yet
screen-weeks-usual-hint = Mean load of the four weeks before.
screen-weeks-intensity = Easy, middle, hard
screen-weeks-intensity-hint = Percent of the time that could be sorted into three zones.
screen-weeks-adherence = Done of plan
screen-weeks-adherence-hint = Load done on planned days over the load planned. Sick and free days are no failure.
screen-weeks-monotony = Monotony
screen-weeks-monotony-hint = Mean over standard deviation of the seven days: how alike they are. Descriptive only.
screen-weeks-strain = Strain
screen-weeks-strain-hint = Load of the week times monotony. Descriptive only.
screen-weeks-longest = Longest
screen-weeks-longest-hint = Longest session as a share of the week's time in its sport.
screen-weeks-tonnage = Lifted
screen-weeks-tonnage-hint = Mass moved in strength work. A channel of its own, never part of load.
screen-weeks-spread = Days differ from their plan by { $sd } points (standard deviation).
screen-weeks-more-than = over { $value }
screen-weeks-sessions = { $count ->
    [1] 1 session
   *[other] { $count } sessions
}
screen-weeks-points = { $load } points
screen-weeks-easy = easy
screen-weeks-middle = middle
screen-weeks-hard = hard
screen-weeks-by = By time: { $quantity }.
screen-weeks-by-goal = By the goal of the sessions: { $easy } easy, { $middle } middle, { $hard } hard. The two methods differ.
screen-weeks-index = Polarisation index { $index }
screen-weeks-coverage = of { $share } % of the time
screen-ahead = What the plan would do to fitness (CTL), fatigue (ATL) and form (TSB)
screen-ahead-title = Done, planned and expected. If the plan is done, fitness is { $fitness } and form { $form } on { $day }.
screen-ahead-fatigue = Fatigue expected
screen-ahead-fitness = Fitness expected
screen-ahead-form = Form expected
screen-ahead-done = done
screen-ahead-planned = planned
screen-ahead-expected = expected
screen-ahead-note = Dashed: if every planned session is done. Nothing planned enters what was done.
screen-ahead-no-plan = Nothing is planned ahead, so the picture ends with what was done.
screen-ahead-assumed = Dashed: if every planned session is done. { $days ->
    [1] One day ahead has no plan and is taken as rest.
   *[other] { $days } days ahead have no plan and are taken as rest.
}
screen-ramp-caption = Ramp: fitness (CTL) gained in seven days
screen-ramp-title = Fitness gained in seven days; now { $ramp }.
screen-ratio = Load ratios (ACWR), as context
screen-ratio-title = Load of seven days against that of four weeks, in three forms
screen-ratio-caution = Load change (7 d against 28 d) describes how different this week is. It is not an injury predictor: studies that replaced the denominator with random numbers found the same association. Use it to notice an unplanned change. For runners the better-supported check is that no single run is more than 10 % longer than the longest of the 30 days before.
screen-ratio-coupled = 7 d in 28 d
screen-ratio-uncoupled = 7 d to 21 d
screen-ratio-ewma = exponential
screen-ratio-missing = No ratio today:
screen-density = Sessions in seven days
screen-since-hard = Since the last hard session
screen-hard-none = no hard session known
screen-unit-d = d
screen-spike-name = Longest session of the day
screen-spike = { $size }, { $share } % of the longest of the 30 days before ({ $longest })
screen-chart-empty = Nothing to draw yet
screen-readiness-caption = Readiness with its range
screen-model-too-few = Felt effort to load: { $sessions } of { $needed } sessions with both a measured load and a felt effort. Until then { $default } points per RPE-minute are used.
screen-model-used = Felt effort to load: { $scale } points per RPE-minute ({ $low } to { $high }) from { $sessions } sessions; off by { $error } points on newer sessions, the general scale by { $usual }.
screen-model-not-used = Felt effort to load: { $sessions } sessions do not beat the general scale of { $default } points per RPE-minute (off by { $error } against { $usual } points), so that one is used.

screen-settings-heading = Thresholds
screen-settings-add = Thresholds from a day on
screen-settings-hint = Earlier values stay and keep holding for earlier days. Empty means unknown.
screen-settings-none = No thresholds
screen-settings-none-hint = Without them, load comes from felt effort only.
screen-settings-kept = Kept. Loads from that day on are computed anew.
screen-settings-note = Where from
screen-settings-note-example = 20-min test
screen-ftp = FTP
screen-ftp-hint = FTP
screen-lthr = LTHR
screen-lthr-hint = Threshold HR
screen-hr-max = Highest HR
screen-hr-rest = Resting HR
screen-pace = Pace
screen-pace-hint = Threshold pace
screen-hr-max-of = max { $value }
screen-hr-rest-of = rest { $value }
screen-availability = Time available
screen-availability-hint = Minutes for training. Leave a day empty where nobody answered; 0 means no time.
screen-availability-none = Nobody answered yet
screen-availability-none-hint = The plan then assumes a usual week and says so.
screen-unanswered = ?
screen-no-time = none
screen-holds-from = Holds from { $day }.
screen-monday = Mon
screen-tuesday = Tue
screen-wednesday = Wed
screen-thursday = Thu
screen-friday = Fri
screen-saturday = Sat
screen-sunday = Sun
screen-races = Races and phases
screen-races-none = No race, no phase
screen-races-none-hint = A race gives the weeks a direction; a phase says how the load may move.
screen-add-race = Add race
screen-add-phase = Add phase
screen-race-what = { $sport }, { $distance }
screen-distance = Distance
screen-priority = Priority
screen-priority-a = A: the season is built for it
screen-priority-b = B: a short taper
screen-priority-c = C: raced through training
screen-phase = Phase
screen-first-day = First day
screen-last-day = Last day
screen-notes = Notes
screen-note-label = Note
screen-note-today = A note for today
screen-note-example = Slept badly after travel
screen-note-on-session = session in { $week }
screen-note-on-activity = activity
screen-share = Share with the athlete
screen-share-hint = Private notes never leave this roster.
screen-shared = shared
screen-private = private
screen-enter-wellness = Enter wellness
screen-wellness-hint = Only what you know. A new value never erases an earlier one.
screen-wellness-nothing = Give at least one value.
screen-wellness-kept = { $count ->
    [1] One value kept.
   *[other] { $count } values kept.
}

screen-roster-file = Roster file
screen-roster-name = Name
screen-roster-path = File
screen-roster-open = Open another roster
screen-roster-new = New roster
screen-roster-open-hint = The whole path of a .trackside file on this computer.
screen-roster-new-hint = The whole path of the new file. A file that is there already is never overwritten.
screen-key = Your signature
screen-key-hint = Plan files you export are signed with this key. Tell others the fingerprint once, so that they can recognise your plans.
screen-key-author = Name
screen-key-fingerprint = Fingerprint
screen-key-kept = Kept
screen-privacy = Privacy
screen-privacy-text = Everything is in one file on this computer: activities, wellness, notes and plans. Trackside has no account and no server, and asks the internet for nothing. Data leaves only when you export it, and private notes are left out of every export. Readiness and load are context for a coach, not medical facts.


# Activity page
activity-unknown = This is not an activity.
activity-unknown-hint = The address names none. Choose one on an athlete's page.
activity-trace = Recording
activity-laps = Laps
activity-lap = Lap
activity-no-laps = The device closed no laps.
activity-totals = Totals
activity-totals-under = computed here, beside what the device stored
activity-total = Value
activity-ours = Here
activity-device = Device
activity-effort = How hard it felt
activity-effort-device = Felt effort
activity-effort-none = Not said yet. 0 is rest, 10 is the hardest there is.
activity-effort-felt = { $rpe } of 10: { $felt }
activity-effort-saved = Effort { $rpe } kept
activity-effort-0 = nothing at all
activity-effort-1 = very easy
activity-effort-2 = easy
activity-effort-3 = moderate
activity-effort-4 = somewhat hard
activity-effort-5 = hard
activity-effort-6 = hard, and more
activity-effort-7 = very hard
activity-effort-8 = very hard, and more
activity-effort-9 = nearly maximal
activity-effort-10 = maximal
activity-notes = Notes
activity-origin = Where it comes from
activity-file = File
activity-device-unknown = unknown
activity-records = Records
activity-start-utc = Start
activity-no-repairs = Nothing had to be repaired.
activity-repair-count = { $count ->
    [one] one place
   *[other] { $count } places
  }
activity-repair-at = first at { $at }
activity-time = Time
activity-paused = and { $time } paused
activity-distance = Distance
activity-speed = Speed
activity-avg-hr = Mean heart rate
activity-max-hr = Highest heart rate
activity-avg-power = Mean power
activity-np = Normalized power
activity-if = Intensity factor
activity-ascent = Ascent
activity-energy = Energy
activity-load = Load
activity-load-none = unknown
activity-load-scaled = { $source }, { $scale } points a minute and RPE point
activity-unit-points = pts
screen-measures = Measures
screen-measures-under = Open a line for what it stands on. Squares: how well it is supported, 0 to 5.
screen-measures-none = Not computed yet
screen-measures-none-hint = The numbers appear as soon as this activity was computed.
screen-measures-stale = These numbers were computed with settings or a method no longer in force. They are computed again in the background, or now.
screen-measures-load = Load and volume
screen-measures-power = Power
screen-measures-pace = Pace
screen-measures-heart = Heart and endurance
screen-measures-movement = Movement
screen-measures-strength = Strength
screen-measure-source = Source
screen-measure-inputs = Made from
screen-measure-needs = Made from: { $needs }
screen-measure-evidence = Evidence
screen-measure-tier = Signals
screen-measure-method = Method
screen-measure-version = version { $version }
screen-evidence-of = { $grade } of 5: { $means }
screen-load-stands-in = { $source }, standing in for the usual source and multiplied by { $scale } to its scale
screen-load-stands-in-unscaled = { $source }, standing in for the usual source; no scale between the two is known yet
activity-zones = Time in zones
activity-zones-scheme = Zones
activity-zones-of = { $quantity }, { $scheme }
activity-zones-none = No zones
activity-zones-none-hint = Zones need a threshold that holds on this day, and its signal in the recording.
activity-zone = Z{ $number }
activity-zone-below = below { $edge }
activity-zone-from = from { $edge }
activity-zone-slower = slower than { $edge }
activity-zone-faster = { $edge } and faster
screen-col-zone = Zone
screen-col-share = Share
screen-curves = Best means
screen-curves-under = The best of every duration, beside the best of the 90 days up to it
screen-curves-of = Of
screen-curves-title = Best means by duration: { $quantity }, here and in the 90 days up to this activity
screen-curves-none = No best means
screen-curves-none-hint = They need power, speed or heart rate in the recording.
screen-curves-here = here
screen-curves-best = best of 90 d
screen-curves-share = of best
screen-curves-from = From
screen-curves-this-one = this one
screen-balance = W′ balance
screen-balance-under = Work above critical power that is left
screen-balance-title = Work above critical power left; at least { $lowest } kJ.
screen-balance-left = left

# Week page
week-title = Week { $week }
week-span = { $from } to { $to }
week-athlete = Athlete
week-choose-athlete = Choose an athlete
week-choose-athlete-hint = Each athlete has a plan for each week. Choose one above, or press P on the roster.
week-previous = Week before
week-next = Week after
week-to-athlete = Athlete
week-none = Nothing is drafted for this week
week-none-hint = A proposal is made from recent load, the minutes there are, the next race and the phase. It can be changed in every part.
week-propose = Propose week
week-propose-again = Propose again
week-propose-again-hint = Past, locked and changed sessions stay exactly as they are.
week-proposed = { $week } is proposed
week-proposed-again = { $week } is proposed again; locked and changed sessions stayed
week-export = Export plan file
week-exported = Signed plan file: { $path }. Key { $fingerprint }. { $withheld ->
    [0] No note was left out.
    [one] One private note was left out.
   *[other] { $withheld } private notes were left out.
  } { $texts ->
    [0] No text of a change was left out.
    [one] One text of a change was left out.
   *[other] { $texts } texts of changes were left out.
  }
week-export-write = Write the plan file
week-export-texts = Texts of changes that go with it
week-export-no-texts = No change of this week has a text of its own; the reasons go with it as tags.
week-export-notes = Shared notes that go with it: { $shared }. Private notes that stay here: { $private }.
week-export-team = For another coach
week-export-team-hint = Holds only what the athlete lets be shared with other coaches. Switched off, it is for the athlete.
plan-file-team = for coaches
week-export-passphrase = Encrypt with a passphrase
week-export-passphrase-hint = Left empty, anybody who gets the file can read it.
week-export-recipient = Or for the reading keys of people
week-export-recipient-hint = As they see them in their settings; they begin with age1.
week-event-source = Taken from a plan file of { $who }: { $standing }.
week-overview = The week as a whole
week-board = Days of the week
week-target = Target load
week-no-target = none
week-planned = Planned load
week-time = Planned time
week-unit-points = pts
week-recent = Load of the last weeks, and planned for this one
week-confidence = Confidence
week-confidence-full = Nothing lowers it.
week-abstained = Not enough data: this is the template week; you decide.
week-versions = Proposed { $count } times
week-status-none = not drafted
week-status-draft = draft
week-status-needs-review = Needs review
week-status-approved = Approved
week-status-edited = changed by coach
week-status-exported = exported
week-exported-at = Exported { $when }
week-minutes = { $minutes } minutes
week-day-minutes = { $planned } of { $available } min
week-day-minutes-unknown = { $planned } min, nobody answered
week-race = { $priority } race: { $name }
week-add-on = Add a session on { $day }
week-source-proposed = proposed
week-source-proposed-hint = The program proposed it; proposing again may change it.
week-source-club = Club
week-source-coach = coach
week-source-club-hint = The club fixed it; the engine plans around it and never moves it.
week-source-coach-hint = The coach changed or added it; proposing again leaves it as it is.
week-locked = locked
week-removed = removed
week-has-notes = has notes
week-key-choose = choose
week-key-override = override
week-key-move = move
week-key-lock = lock
week-key-note = note
week-key-undo = undo
week-key-export = export
week-override = Override
week-undo = Undo
week-undo-this = Take this back
week-nothing-to-undo = Nothing was changed here.
week-override-title = { $title }, { $day }
week-add-title = Add a session
week-do = What to change
week-do-move = Move
week-do-replace = Replace
week-do-edit = Edit
week-do-scale = Shorten or lengthen
week-do-remove = Remove
week-do-remove-hint = It stays visible, struck through, and can be taken back.
week-do-lock = Lock
week-do-lock-hint = Proposing again leaves it exactly as it is.
week-do-unlock = Unlock
week-do-unlock-hint = Proposing again may change it, unless the coach changed it.
week-done-move = Session moved
week-done-replace = Session changed
week-done-scale = Session changed
week-done-remove = Session removed
week-done-add = Session added
week-done-lock = Session locked
week-done-unlock = Session unlocked
week-done-undo = Taken back
week-form-day = Day
week-form-template = Session from the library
week-choose-template = Choose a session
week-form-source = Where it comes from
week-source-library = From the library
week-source-line = In one line
week-form-minutes = Duration
week-form-title = Title
week-form-percent = Share of its duration
week-form-percent-hint = 10 to 200 %; load goes with it.
week-reason = Why
week-reason-text = In your words
week-reason-example = School trip on Tuesday
week-cancel = Cancel
week-save = Save override
week-refused = This breaks limits. Nothing was changed.
week-insist = Do it anyway
week-insist-hint = The broken limits are kept with the override, and whoever reads the plan sees them.
week-unfinished-same-day = It stands on that day already.
week-unfinished-no-template = Choose a session from the library.
week-unfinished-no-line = Write the session in one line.
week-unfinished-minutes = Duration is a whole number of minutes, 1 to 1440.
week-unfinished-percent = The share is a whole number, 10 to 200.
week-unfinished-no-title = A session needs a title.
week-unfinished-rest-has-no-minutes = A rest day has no minutes to change: replace it from the library.
week-unfinished-nothing-new = Nothing is different yet.
week-unfinished-no-session = That session is not in this week.
week-unfinished-tag = Choose a reason.
week-explain = What binds it, what else was possible
week-binding = What binds this week
week-nothing-binds = No limit shaped it: without any of them it would be the same week.
week-alternatives = Other weeks that keep every limit
week-alternative-price = { $load } points, { $changed } { $changed ->
    [one] day
   *[other] days
} changed, quality { $quality }
week-counterfactuals = What would be without a limit
week-without = Without
week-counterfactual-price = { $load } points
week-other-session = { $title }, { $time } h, { $load } points
week-replay-same = Made once more from what the engine was told then ({ $digest }): the same week.
week-replay-different = Made once more by { $now } from what { $engine } was told: it differs on { $days }.
week-replay-lost = What the engine was told is not kept here, so this proposal cannot be made once more.
week-review = Worth a look before it is approved:
week-approve = Approve
week-approve-withdraw = Take approval back
week-approved = { $week } is approved; nothing in it is proposed anew
week-approval-withdrawn = The approval of { $week } is taken back
week-approved-by = Approved by { $who }, { $when }
week-revert = Back to the proposal
week-reverted = Back as it was proposed; your changes are kept in its history
week-key-revert = back to the proposal
week-key-approve = approve

week-why = Why this session
week-why-week = Why this week
week-why-proposed = Why it was proposed
week-no-reasons = No reason was kept with it.
week-added-by-coach = The coach added it; there was no proposal.
week-choose-session = Choose a session to see why it stands there.
week-made = { $engine }, { $when }
week-insisted = Done although these limits break:
week-was-proposed = Proposed
week-stands-now = Stands now
week-line = { $day }, { $sport }, { $time } h, { $load } pts
week-steps = Steps
week-step = { $minutes } min at { $percent } % of threshold
week-step-repeat = { $repeat } × { $minutes } min at { $percent } % of threshold
week-step-intervals = { $repeat } × { $minutes } min at { $percent } % of threshold, { $rest } min easy between
week-grade = grade { $grade }
week-grade-a = several trials agree
week-grade-b = large observational studies
week-grade-c = weak or mixed evidence
week-grade-d = coaches' consensus, or a design of this program
week-fact-minutes = minutes
week-fact-days = days
week-fact-pain = pain
week-fact-longest = longest
week-fact-hours = hours
week-fact-quality = quality sessions
week-fact-age = age
week-fact-base = base
week-fact-share = share %
week-fact-target = target
week-fact-asked = asked
week-fact-limit = limit
week-fact-last = last week
week-fact-weeks = weeks
week-fact-week = week
week-fact-readiness = readiness
week-fact-low = from
week-fact-high = to
week-fact-reached = reached
week-fact-intensity = intensity %
week-fact-coverage = coverage %
week-fact-ramp = ramp
week-fact-form = form
week-fact-mean = mean
week-fact-baseline = usual
week-fact-files = files
week-fact-available = available
week-fact-changed = changed
week-fact-changes = changes
week-fact-confidence = confidence %
week-fact-count = changes
week-fact-current = set
week-fact-debt = missed h
week-fact-done = done
week-fact-highest = highest
week-fact-load = load
week-fact-missed = missed
week-fact-monotony = monotony
week-fact-need = need h
week-fact-nights = nights
week-fact-now = now
week-fact-of = of
week-fact-planned = planned
week-fact-sd = spread
week-fact-sessions = sessions
week-fact-stage = stage
week-fact-times = times
week-fact-usual = usual
week-fact-usual-share = usual %
week-fact-value = value
week-fact-z = z
week-fact-zones = time zones
week-notes = Notes
week-notes-week = Notes on the week
week-note = New note
week-note-example = Easy on the downhills
week-note-share = Shown to the athlete
week-note-shared = shared
week-note-private = private
week-note-save = Save note
week-note-saved = Note kept
week-by = { $who }, { $when }
week-history = History
week-event-proposed = Proposed: { $title } on { $day }
week-event-noted = Note
week-event-move = Moved from { $from } to { $to }
week-event-replace = { $before } became { $after }, { $minutes } min
week-event-scale = Scaled to { $percent } %
week-event-add = Added: { $title } on { $day }
week-event-remove = Removed
week-event-lock = Locked
week-event-unlock = Unlocked
week-event-undo = Took an override back
week-event-undone = { $what } (taken back)
week-event-why = { $tag }: { $text }
week-verify = Check a plan file
week-verify-title = Plan file
week-verified = The signature holds: nobody altered this file.
week-verified-who = { $author } signed the plan of { $athlete } for { $week } on { $when }.
week-key-own = signed here
week-key-other = another key

# Thresholds page
screen-back-to-athlete = Back to the athlete
screen-thresholds = Thresholds
screen-thresholds-under = What is set, and what the athlete's own efforts say
screen-thresholds-open = Thresholds and zones
screen-thresholds-hint = Nothing here changes by itself. An estimate becomes a setting when you take it, from the day you choose; numbers from that day on are computed again.
screen-threshold-not-set = not set
screen-threshold-accept = Take a threshold over
screen-threshold-accept-hint = The other settings stay as they hold on that day. Loads from that day on are computed again, and the journal keeps the earlier ones.
screen-threshold-before = Set now: { $value }
screen-threshold-take = Take over
screen-threshold-taken = Taken over
screen-estimate-band = { $low } to { $high }
screen-estimate-trust = confidence { $percent } %
screen-at-least = at least
screen-sources-more = and { $count } more
screen-since = since { $day }
screen-value = Value
screen-zones = Zones
screen-zones-hint = As they hold today. A value on an edge belongs to the zone above it.
screen-zones-none = No zones
screen-zones-none-hint = Set a threshold, and its zones stand here.
screen-results = Races and tests
screen-results-none = No races or tests
screen-results-none-hint = Add what was run: predictions and thresholds stand on it.
screen-result-add = Add a race or a test
screen-result-kind = Kind
screen-result-time = Time
screen-result-heart = Heart rate, last 20 min
screen-result-withdraw = Take back
screen-result-withdraw-sure = Really take back?
screen-result-withdrawn = Taken back; the journal keeps it
screen-not-a-race-time = "{ $text }" is not a time such as 42:10 or 1:28:30
screen-temperature = Air temperature
screen-humidity = Humidity
screen-altitude = Height above the sea
screen-predict = Race time
screen-predict-none = Nothing to predict from
screen-predict-none-hint = Add a running race or a time trial of the last two years.
screen-predict-between = { $low } to { $high } in four of five races
screen-predict-cool = On a cool day at sea level
screen-predict-that-day = On a day like that
screen-predict-weekly = Running a week
screen-predict-heat = Heat: { $percent } % slower, between { $low } and { $high } %.
screen-predict-high = Height: { $percent } % slower, between { $low } and { $high } %.
screen-predict-why = What it is made of
screen-predict-from = { $distance } in { $time }, { $day }
screen-predict-caution = A prediction is no promise: the range says how far such predictions miss. Marathons miss by most.
screen-age-grade = Age grade
screen-baseline = Baseline
screen-baseline-hint = Two weeks that tell where an athlete stands.
screen-baseline-complete = Complete: thresholds rest on it.
screen-baseline-days = Best fourteen days: { $from } to { $to }
screen-baseline-of = { $there } of { $needed }
baseline-easy = Easy sessions
baseline-test = Time trial or threshold test
baseline-long = Long session
baseline-strength = Strength sessions
baseline-mornings = Mornings told
distance-3k = 3 km
distance-5k = 5 km
distance-10k = 10 km
distance-10mi = 10 miles
distance-half = Half marathon
distance-marathon = Marathon

# Settings of an athlete beyond the usual ones
screen-settings-more = Critical power, zones and more
screen-height = Body height
screen-sleep-need = Sleep needed a night
screen-scheme-power = Zones of power
screen-scheme-heart = Zones of heart rate
screen-scheme-speed = Zones of pace
screen-scheme-usual = as usual for the sport
screen-cost-model = Slopes when running
screen-cost-table = by equal heart rate
screen-cost-minetti = by energy (Minetti)

# Days on which the usual does not hold
screen-marks = Unusual days
screen-marks-none = No unusual days
screen-marks-none-hint = Mark travel, altitude or heat, and baselines leave those days out.
screen-mark-add = Mark unusual days
screen-mark-hint = Baselines of HRV, heart rate and sleep leave these days out. Nothing else changes.
screen-mark-kind = Why
screen-mark-open = since { $from }
screen-mark-open-hint = empty while it lasts
screen-mark-zones = { $zones } zones
screen-mark-zones-field = Time zones crossed
screen-mark-zones-hint = east is plus, west is minus
screen-mark-metres-field = Height above the sea
screen-mark-withdraw = Take back
screen-mark-withdrawn = Taken back; the journal keeps it
screen-mark-cycle-allow = The athlete agreed
screen-mark-cycle-hint = Only with a yes of the athlete, who can take it back at any time.

# Numbers that changed afterwards
screen-audit = Changed afterwards
screen-audit-none = No number changed after it had been shown.
screen-audit-hint = Loads that were computed again; the journal holds what they were.
screen-audit-line = { $at }, { $author }: { $changed } { $changed ->
    [one] load
   *[other] loads
} of { $days }

# Even effort over a course
screen-course = Even effort over this course
screen-course-hint = Which pace makes a time
screen-course-time = Time to aim at
screen-course-do = Pace it
screen-course-to = To
screen-course-slope = Slope
screen-course-pace = Pace
screen-course-at = At
screen-course-caution = Slopes cost what the table of equal heart rate says; downhills give back less than they take. Heat and wind are not in it.
screen-was-a-race = A race or test

# Rules page
screen-rules = What asks for attention
screen-rules-under = Which rules speak, and from which number on
screen-planner = The planner
screen-planner-under = Your own limits for the club, a squad or an athlete, the habits it learned from your changes, and what may correct it.
screen-planner-open = Set it up
screen-season = Season
screen-rules-open = Open the rules
screen-rules-whose = Whose rules
screen-rules-squad = Club or squad
screen-rules-club = The whole club
screen-rules-list = Rules
screen-rules-hint = A squad's own setting stands over the club's. Illness, injury, fever and pain always speak. No rule says that somebody will be hurt.
screen-rule-on = On
screen-rule-off = Off
screen-rule-always = always on
screen-rule-back = Back to usual
screen-rule-flagged = { $count } today
screen-rule-usual = usually { $usual }; { $low } to { $high }

## Plan board

board-title = Plan board
board-open-week = Open week
board-span = Weeks beside each other
board-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
board-grid = Athletes by days
board-panel = Why
board-shown = { $count ->
    [one] { $count } athlete
   *[other] { $count } athletes
}
board-head-load = load
board-load = Planned { $load } points, target { $target }
board-confidence = Confidence { $percent } %
board-insisted = Limits broken because you insisted
board-breaks = breaks a limit: { $limits }
board-done = Done { $done } of { $planned } min
board-more = +{ $count }
board-unavailable = No time on this day
board-unanswered = Nobody said how much time there is
board-exception = { $why }: { $minutes } min
board-filter = How the plan of the first week stands
board-filter-all = All
board-filter-needs-review = Needs review
board-filter-draft = Draft
board-filter-edited = Edited
board-filter-approved = Approved
board-filter-missing = Not drafted
board-search = Name
board-squad = Squad
board-everybody = Whole club
board-draft-all = Draft all of { $week }
board-drafting = Drafting { $week }
board-approve-green = Approve green of { $week }
board-approve-green-hint = Approves every drafted week that asks for no look.
board-approved-green = { $count ->
    [0] Nothing to approve: no draft is without a question
    [one] { $count } week approved
   *[other] { $count } weeks approved
}
board-drafted = { $count } drafted
board-drafted-same = { $count } the same as before
board-drafted-approved = { $count } approved, left as they are
board-drafted-kept = { $count } had a draft
board-drafted-failed = { $count } failed
board-failed-who = Failed: { $names }
board-look = { $count ->
    [one] Look at the one that needs review
   *[other] Look at the { $count } that need review
}
board-status-none = no draft
board-status-draft = draft
board-status-needs-review = review
board-status-edited = edited
board-status-approved = approved
board-status-exported = exported
board-ready-below = below usual
board-ready-usual = usual
board-ready-above = above usual
board-ready-stale = old
board-ready-unknown = not known
board-nothing-here = Nothing is drafted here. Press D to draft this week.
board-undrafted = No week shown is drafted yet. Draft all to begin; proposals can be changed in every part.
board-nobody-hint = Add athletes on the roster, import a folder of device files, or open the sample club there.
board-nobody-fits = Nobody fits what is looked for
board-show-all = Show all
board-carrying = Picked up: the arrows carry it, Enter puts it down, Esc lets it be
board-swapping = Choose the day to swap with by the arrows, then Enter; Esc lets it be
board-nothing-to-swap = Nothing stands on { $day } to swap with
board-swap = Swap
board-swap-title = Swap two sessions
board-swap-what = { $one } ({ $from }) and { $other } ({ $to }) change places.
board-swap-gone = One of the two sessions is not there any more.
board-swapped = Sessions swapped
board-insights = What many did alike
board-insight-scale = { $times } of { $of } had “{ $title }” scaled
board-insight-remove = { $times } of { $of } had “{ $title }” removed
board-insight-replace = { $times } of { $of } had “{ $title }” replaced
board-insight-move = { $times } of { $of } had “{ $title }” moved
board-insight-different = { $times } of { $of } did “{ $title }” differently
board-insight-not-done = { $times } of { $of } did not do “{ $title }”
board-key-choose = choose
board-key-move = move
board-key-swap = swap
board-key-scale = scale
board-key-remove = rest
board-key-replace = replace
board-key-add = add
board-key-lock = lock
board-key-note = note
board-key-undo = undo
board-key-revert = revert
board-key-approve = approve
board-key-draft = draft
board-key-why = why

# Availability
availability-title = Availability
availability-athlete = Athlete
availability-everybody = The whole club
availability-nobody = Nobody is here yet
availability-nobody-hint = Add athletes on the roster, or choose another squad. Each of them has a row of seven days here.
availability-open = { $count ->
    [one] One athlete left days unanswered.
   *[other] { $count } athletes left days unanswered.
}
availability-not-answered = not answered
availability-cell = { $day }: { $minutes } min.
availability-cell-unanswered = { $day }: not answered, { $minutes } min assumed.
availability-cell-exception = { $day }: { $minutes } min, { $kind }.
availability-only = Only { $sports }.
availability-never-answered = Nobody answered for this day so far.
availability-add-exception = Add exception
availability-no-exceptions = No exceptions ahead
availability-no-exceptions-hint = Travel, exams or an illness: days on which the usual time does not hold.
availability-for-one = For { $name }. The usual week stays; these days differ.
availability-for-many = For { $count } athletes: { $names }. Their usual weeks stay; these days differ.
availability-why = Why
availability-minutes = Minutes
availability-minutes-hint = On each of these days; 0 for no time.
availability-a-day = { $minutes } min a day
availability-withdraw = Take back
availability-withdrawn = Taken back: the usual time holds again.
availability-nothing-to-withdraw = No exception holds on this day.
availability-under-exception = An exception holds on this day. Take it back with X, or add another with E.
availability-sports = Sports that are possible; nothing ticked means any
availability-usual-of = The usual week of { $name }
availability-choose = Choose { $name }
availability-chosen = { $count ->
    [one] One row chosen: clear
   *[other] { $count } rows chosen: clear
}
availability-key-move = move
availability-key-type = usual minutes
availability-key-choose = choose row
availability-key-exception = exception
availability-key-withdraw = take back
availability-key-usual = week and sports
exception-school = School
exception-work = Work
exception-travel = Travel
exception-illness = Illness
exception-injury = Injury
exception-holiday = Holiday
exception-other = Other

# Blocks of the club
blocks-title = Club blocks
blocks-under = Fixed things the weeks are planned around: group sessions, hall times, camps.
blocks-list = Blocks
blocks-none = No blocks yet
blocks-none-hint = A Tuesday track session or a camp: enter it once, and it stands in the week of everybody it is for.
blocks-add = Add block
blocks-change-title = Change block
blocks-name = Name
blocks-name-example = Tuesday track
blocks-kind = Kind
blocks-for = For
blocks-weekdays = On
blocks-starts = Begins at
blocks-sport = Sport
blocks-what = Session
blocks-choose-session = Choose from the library
blocks-keep-session = As it is: { $title }
blocks-no-name = Give the block a name.
blocks-no-weekday = Choose at least one weekday.
blocks-not-a-time = Give the time as hours and minutes.
blocks-not-minutes = 1 to 1440 minutes.
blocks-no-session = Choose a session from the library.
blocks-session = { $title }, { $minutes } min
blocks-withdraw = Take back
blocks-withdrawn = Taken back. Weeks that stand keep it until they are drafted again.
blocks-apply = Put into a week
blocks-apply-title = { $name }: put into a week
blocks-apply-now = { $count ->
    [one] Put it into one week
   *[other] Put it into { $count } weeks
}
blocks-would = As it is for { $done }, in another form for { $variant }, not possible for { $refused }, approved and left alone { $approved }. Nothing is changed yet.
blocks-did = Done: as it is for { $done }, in another form for { $variant }. Left as they were: not possible { $refused }, approved { $approved }.
blocks-outcome = Becomes
blocks-why = Why
blocks-outcome-done = as it is
blocks-outcome-variant = another form
blocks-outcome-refused = not possible
blocks-outcome-approved = approved
blocks-approved-hint = The week is approved. Nothing in it is touched.
blocks-variant-day = { $day }: { $title }, { $minutes } min
block-group-session = Group session
block-hall-time = Hall time
block-camp = Camp

# How the planner is set up
planning-title = Planner
planning-under = What it may do, what it learned from you, and what may correct it.
planning-club = The whole club
planning-squad = Squad { $name }
planning-own = the program's own
planning-holds = Medical hold
planning-holds-hint = While a hold stands, no training is planned at all, until you lift it. It is your word (or a physician's), not the program's.
planning-no-holds = Nobody is on hold.
planning-held = on hold: no training is planned
planning-lift = Lift the hold
planning-hold = Hold all training
planning-hold-whom = Who
planning-hold-choose = Choose an athlete or a squad
planning-limits = Your limits
planning-limits-hint = An athlete's limit goes before the squad's, and the squad's before the club's. Limits only make a week safer: none of them loosens what protects.
planning-whom = For
planning-back = Take these limits back
planning-none = No limits of your own
planning-none-hint = The program's own hold: the time available, the rise of load, rest days, distance between quality sessions.
planning-points = pts
planning-between = { $low } to { $high }
planning-whole = A whole number, please.
planning-day = Longest day
planning-week = Longest week
planning-load = Highest load of a week
planning-quality = Quality sessions a week, at most
planning-spacing = Between quality sessions, at least
planning-rest = Rest days a week, at least
planning-ramp = Rise over the weeks before, at most
planning-day-said = { $value } min a day
planning-week-said = { $value } min a week
planning-load-said = { $value } pts a week
planning-quality-said = { $value } quality sessions
planning-spacing-said = { $value } h between quality sessions
planning-rest-said = { $value } rest days
planning-ramp-said = rise { $value } %
planning-habits = Habits it learned from you
planning-habits-hint = Counted from your own changes to proposals. A habit that was seen often enough is followed while its switch is on, and the plan says so each time.
planning-no-habits = No habits seen yet
planning-no-habits-hint = Change a few proposals: move a long session, take one out. What you do again and again is counted here.
planning-habit-followed = followed
planning-habit-off = switched off
planning-habit-rare = not often enough to be followed
habit-moves-to = Moved the { $kind } session to { $day } { $times } of { $of } times.
habit-removes-on = Took the { $kind } session out on { $day } { $times } of { $of } times.
habit-scales = Set the { $kind } session to { $percent } % of what was proposed { $times } of { $of } times.
habit-replaces = Replaced the { $kind } session by { $by } { $times } of { $of } times.
planning-correction = Learned correction
planning-correction-what = A model may move the week's target by at most { $bound } % either way, and never over a hard limit. The plan names it and its share each time.
planning-correction-none = There is no model yet: the switch changes nothing until there is one that was checked on this club's own weeks.
planning-correction-model = Used: { $model }.

## The season
season-under = Season: where the weeks lead
season-weeks = Weeks of the season
season-week = The week chosen
season-earlier = Earlier weeks
season-later = Later weeks
season-span = Weeks shown
season-new = New season
season-begin = Begin the season
season-none = No season is planned in these weeks
season-none-hint = A season says what each week is for: its phase, its load as a share of a usual week, its quality sessions. The planner drafts the weeks by it. Begin from a template, from a week on or counted back from a race; every week of it can be changed.
season-template = Template
season-begins = Begins
season-begin-week = In the week of a day
season-begin-race = Race week is { $priority } { $name }, { $day }
season-begin-late = Its first weeks are over already.
season-name-hint = Left empty: the name of the template.
season-span-is = { $weeks ->
    [one] One week
   *[other] { $weeks } weeks
  }, { $from } to { $to }.
season-base = Base week, points
season-base-hint = The shares of the weeks are of this. The mean of the last four weeks is { $points }; left empty, that is taken.
season-base-hint-unknown = The shares of the weeks are of this. Less than four weeks are on record: enter one, or leave it empty until they are.
season-base-is = Base week { $points } points.
season-base-usual = No base week is set: the last four weeks have { $points } points on average.
season-base-unknown = The base week is not known yet: the weeks have shares but no loads. Set one, or wait for four weeks on record.
season-goal = Goal
season-goal-set = Goal and base
season-goal-title = Name, base and goal of the season
season-goal-weeks = Just the weeks
season-goal-peak = Load of the highest week
season-goal-fitness = Fitness on a day
season-goal-points = Points
season-goal-ctl = Fitness (CTL)
season-goal-on = On
season-goal-needs-number = Give the goal a number.
season-reach-unknown = Whether the goal is within reach is not known: its day is over, or less than four weeks are on record.
season-reach-met = Goal met
season-reach-within = Within reach
season-reach-beyond = Beyond the limits
season-reach-peak = Highest week: { $asked } asked, { $planned } as planned, at most { $most } within the limits.
season-reach-fitness = Fitness on { $on }: { $asked } asked, { $planned } as planned, at most { $most } within the limits.
season-fit = Fit the weeks to the goal
season-others = { $count ->
    [one] Another season stands in these weeks; where both plan a week, the later one holds.
   *[other] { $count } other seasons stand in these weeks; where several plan a week, the latest holds.
  }
season-unsaved = { $weeks ->
    [one] One week was changed and is not saved.
   *[other] { $weeks } weeks were changed and are not saved.
  }
season-not-saved = changed, not saved
season-discard = Discard
season-saved = Saved as a new version of the season
season-copy = Copy to others
season-copy-title = Copy the season to others
season-copy-hint = Each gets the weeks from a week of their own, with their own base. A goal in points is not copied. A season that stands in those weeks is left alone.
season-copy-everybody = Everybody
season-copy-all = Choose all shown
season-copy-nobody = Choose somebody.
season-copy-do = Copy
season-copied = copied
season-copy-in-the-way = left alone: “{ $season }” stands in those weeks
season-withdraw = Take back
season-withdraw-sure = Really take back?
season-withdrawn = The season was taken back; its versions are kept
season-take-back = Take back
season-taken-back = Taken back
season-races-none = No race in these weeks
season-races-none-hint = A race gives the season its end: count the weeks back from it.
season-phase-weeks = { $phase }, { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
  }
season-week-of = Week of { $day }
season-days-off = { $days ->
    [one] one day without training
   *[other] { $days } days without training
  }
season-week-number = Week { $number } of the season, { $phase }
season-week-free = No season plans this week
season-week-by-hand = { $phase }, a phase set by hand
season-choose = No week chosen
season-choose-hint = Choose one with the arrow keys or a press; its line can be changed here.
season-planned = Planned, points
season-limit = The limits leave, points
season-drafted = Drafted, points
season-done = Done, points
season-fitness = Fitness (CTL)
season-fitness-expected = Fitness expected
season-possible = Possible fitness
season-off = Three days without time, or more
season-share = Share of the base
season-quality = Quality sessions
season-long = Long session
season-strength = Strength sessions
season-lighter = Lighter week
season-test = Test
season-race = Race
season-content = What to train
season-to-week = Open the week
season-key-week = week
season-key-edit = change
season-key-save = save
season-key-new = new season
season-key-race = race
season-key-copy = copy

## end of screens

## Command line

cli-unassigned = { $files ->
    [1] One activity waits to be given to an athlete.
   *[other] { $files } activities wait to be given to athletes.
}
cli-refused = Nothing was changed, because this would break a limit:
cli-insist = Add --insist to do it all the same; that is recorded.
cli-approved = { $count } { $count ->
    [one] week
   *[other] weeks
} approved.
drafted-drafted = drafted
drafted-same = drafted, the same as before
drafted-approved = approved: left as it is
drafted-kept = has a draft: left as it is
drafted-failed = failed; the others were done
cli-verified = Signed by { $author } ({ $fingerprint }): { $athlete }, { $week }. Nothing in it was changed since.
cli-import-nothing = no files
cli-import-cancelled = Cancelled: the files named were finished, the rest were not touched.
cli-import-id = Import { $id }
cli-import-session = Fits the planned session "{ $title }".
cli-import-changed = { $athlete }: { $activities ->
    [0] no new activity
    [1] one activity
   *[other] { $activities } activities
}, { $wellness } wellness values; load of seven days { $before } before, { $after } now.
cli-import-undone = Taken back: { $activities } activities, { $wellness } wellness values, { $devices } devices, { $templates } session templates. { $notes ->
    [0] The files' bytes are kept.
   *[other] The files' bytes are kept, and the notes on those activities ({ $notes }) show again with them.
}
cli-import-redone = Brought again: { $activities } activities, { $wellness } wellness values, { $devices } devices, { $templates } session templates.
cli-preview = { $files ->
    [1] One file looked at;
   *[other] { $files } files looked at;
} nothing was written.
cli-left-out = Not in it:
cli-entered = Added as { $id }, load { $load }.
cli-morning-kept = { $values ->
    [0] Nothing was kept.
    [1] One value was kept.
   *[other] { $values } values were kept.
}
cli-limits-usual = The usual limits:
cli-limits-own = Limits of this athlete's own:
cli-limits-changed = { $activities ->
    [0] No activity changed by it.
    [1] One activity was marked anew.
   *[other] { $activities } activities were marked anew.
}
cli-no-prediction = No race or test to stand on: enter a result of the last two years first.
cli-that-day = On a day like that
cli-watched = Watched while Trackside runs: { $folder }
cli-not-watched = No folder is watched.
demo-club = 1. The sample club: { $athletes } made-up athletes, { $activities } activities, read from the device files they would have brought.
demo-triage = 2. Who needs attention, and why:
demo-week = 3. A week for { $athlete }, with the reasons:
demo-override = 4. The coach moves "{ $title }" to { $day } (a schedule conflict). The proposal stays visible behind it:
demo-override-insist = The program objects: { $reasons } The coach insists, and that is recorded.
demo-export = 5. The signed plan file and a readable page:
demo-verify = 6. Read back and verified:
demo-tamper = 7. One byte changed, and it is refused:
demo-pictures = 8. The charts, as SVG and PNG:
demo-end = Done in { $seconds } s. Everything is in { $folder }.

## end of command line

## The rest of a running week

adapt-title = Rest of this week
adapt-apply = Apply
adapt-leave = Leave the week as it is
adapt-applied = Applied: each change is an override with its reason and can be undone
adapt-set-aside = Left as it is
adapt-moved = Things moved meanwhile: this is what is proposed now
adapt-was-set-aside = Set aside today.
adapt-becomes = becomes
adapt-session = { $day }: { $title }, { $time } h, { $load } points
adapt-line-applied = { $what }, by { $who } on { $day }
adapt-line-set-aside = { $what }, set aside by { $who } on { $day }
adapt-badge-applied = Applied
adapt-badge-set-aside = Set aside

## Plan and deed (the athlete page)

adherence-title = Plan and deed
adherence-none = No plan in these weeks
adherence-none-hint = Once a week is drafted, each of its sessions stands here with what became of it.
adherence-share = { $share } % of plan: { $done } done, { $different } different, of { $counted }
adherence-share-none = Nothing was due yet
adherence-left-out = { $sessions } left out of the count
adherence-unplanned = { $sessions } without a plan
adherence-line = { $what }: { $fate }
adherence-planned = { $day }, { $title } ({ $time })
adherence-done = { $day }, { $done }
adherence-instead = { $planned }, done: { $done }
adherence-legend-done = planned, and done on the day the line leads to
adherence-legend-excused = left out of the count
adherence-mon = Mon
adherence-tue = Tue
adherence-wed = Wed
adherence-thu = Thu
adherence-fri = Fri
adherence-sat = Sat
adherence-sun = Sun
fate-done = done
fate-later = { $days ->
    [one] a day later
   *[other] { $days } days later
}
fate-earlier = { $days ->
    [one] a day earlier
   *[other] { $days } days earlier
}
fate-different = different
fate-not-done = not done
fate-excused = left out: { $why }
fate-unplanned = without a plan
fate-ahead = still ahead
excuse-ill = ill
excuse-injured = injured
excuse-taken-out = taken out by the coach
adherence-effort = Effort, meant and felt
adherence-effort-none = No session has both a planned and a felt effort yet. Felt effort comes with the file, or is set on the activity.
adherence-effort-kind = Sessions
adherence-effort-scale = 0 to 10
adherence-effort-meant = Meant
adherence-effort-felt = Felt
adherence-effort-sessions = Number
adherence-too-hard = { $kind }: felt { $by } points harder than meant, over { $sessions } sessions. Either they are run too hard, or the plan sees them too easy.
page-by-club = Club

## end of plan and deed

## Workouts in one line, and the session library

# What would have been fine where reading stopped (workout-expected-<domain::workout::Expected>).
workout-expected-part = a step such as 15min @ 65%, a repeat such as 3x10min, a recovery such as r2min, or an exercise
workout-expected-body = a step or an opening bracket after the times
workout-expected-unit = a unit: h, min, s, km or m
workout-expected-length = a length from one second to a day, or from 10 m to 500 km
workout-expected-times = a number from 1 to 99
workout-expected-target = a percentage, a zone such as Z2, or RPE and a number
workout-expected-percent = the sign %: targets are shares of a threshold, so that they follow it
workout-expected-share = a percentage from 10 to 300
workout-expected-upper = a number above the one before it
workout-expected-reference = FTP, CP, CS, pace, CSS, LTHR or HRmax
workout-expected-zone = a zone from 1 to 7
workout-expected-rpe = a felt effort from 0 to 10
workout-expected-quote = a closing quotation mark, after 80 characters at most
workout-expected-close = a comma, or a closing bracket
workout-expected-comma = a comma, or the end
workout-expected-exercise = a shorter name
workout-expected-sets = sets and repetitions such as 3x5
workout-expected-reps = 1 to 200 repetitions, or a time such as 45s
workout-expected-weight = a weight such as 60kg, 80% 1RM, 1.0 m/s or 2 RIR
workout-expected-weight-unit = kg, % 1RM, m/s or RIR (repetitions in reserve)
workout-expected-shallower = brackets at most three deep
workout-expected-fewer = at most 400 steps in all
workout-expected-shorter = at most 1000 characters

workout-line-at = { $length } at { $target }
workout-line-free = { $length } as easy as feels good
workout-line-recovery = { $length } recovery
workout-line-recovery-at = { $length } recovery at { $target }
workout-line-cue = { $line }, “{ $cue }”
workout-line-times = { $times } × { $line }
workout-line-each = { $line }, each then { $rest }
workout-line-block = { $times } times:
workout-line-after-each = after each time: { $rest }
workout-line-sets = { $exercise }: { $sets } × { $reps }
workout-line-rest = { $line }, { $rest } between sets
workout-reps = { $reps } { $reps ->
    [1] repetition
   *[other] repetitions
}
workout-weight-one-rm = { $value } % of the one-repetition maximum
workout-weight-velocity = the heaviest weight that still moves at { $value } m/s
workout-weight-reserve = a weight that leaves { $value } in reserve
workout-target-rpe = felt effort { $rpe } of 10
workout-target-zone = zone { $zone }
workout-target-zone-own = zone { $zone } ({ $value })
workout-target-own = { $value } ({ $share } % of { $of })
workout-target-share = { $share } % of { $of }
workout-target-unset = { $share } % of { $of } (not set for this athlete)
workout-value-watts = { $value } W
workout-value-beats = { $value } bpm
workout-value-running = { $value } { $unit }
workout-value-swimming = { $value } { $unit }
workout-value-below = below { $value }
workout-value-above = above { $value }
workout-of-threshold = threshold
workout-of-ftp = FTP
workout-of-cp = critical power
workout-of-cs = critical speed
workout-of-pace = threshold pace
workout-of-css = critical swim speed
workout-of-lthr = threshold heart rate
workout-of-hr-max = highest heart rate

fault-not-a-workout-what = The line cannot be read from character { $place } on.
fault-not-a-workout-next = Expected there: { $expected }.
fault-rest-has-no-workout-what = A rest day has no workout.
fault-rest-has-no-workout-next = Choose what the session is for.
fault-template-not-own-what = The library has no session of your own with that name.
fault-template-not-own-next = Sessions that ship with the program stay; look at the library again.

workout-entry = The session in one line
workout-entry-example = 15min @ 65%, 3x10min @ 95-100%, r3min, 10min @ 60%
workout-entry-hint = Minutes, metres, repeats, brackets and recoveries (r2min); shares of a threshold, zones or RPE; sets such as squat 3x5 @ 80% 1RM. A recovery right after a repeat is taken every time.
workout-entry-wrong = Character { $place }: expected { $expected }.
workout-profile = { $minutes } min in { $steps } { $steps ->
    [1] step
   *[other] steps
}, { $load } points, felt effort { $rpe }
workout-minutes = { $minutes } min
workout-load = { $load } pts
workout-rpe = RPE { $rpe }
workout-zones = { $easy } min easy · { $middle } min between the thresholds · { $hard } min above
workout-unknown-rpe = unknown

library-title = Session library
library-under = What weeks are built from: sessions of the program and your own
library-add = Add a session of your own
library-name = Title
library-name-example = Cruise intervals
library-kind = What it is for
library-sport = Sport
library-for = For whom
library-for-all = Everybody
library-add-button = Add to the library
library-added = { $title } is in the library.
library-missing-name = It needs a title.
library-missing-text = Write the session in one line.
library-sport-all = All sports
library-search = Search
library-search-example = threshold, swim, squat
library-count = { $count } { $count ->
    [1] session
   *[other] sessions
}
library-empty = No session fits
library-empty-hint = Choose another sport, clear the search, or add a session of your own above.
library-own = own
library-own-one = for one athlete
library-range = { $low }–{ $high } min
library-steady = steady, no steps
library-withdraw = Take out
library-withdraw-sure = Take out now
library-withdrawn = { $title } is out of the library. Weeks that have it keep it.
## end of workouts and the session library

## Days and months (weekday-*, month-*; date-* puts them in order)
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
weekday-long-1 = Monday
weekday-long-2 = Tuesday
weekday-long-3 = Wednesday
weekday-long-4 = Thursday
weekday-long-5 = Friday
weekday-long-6 = Saturday
weekday-long-7 = Sunday
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
month-long-1 = January
month-long-2 = February
month-long-3 = March
month-long-4 = April
month-long-5 = May
month-long-6 = June
month-long-7 = July
month-long-8 = August
month-long-9 = September
month-long-10 = October
month-long-11 = November
month-long-12 = December
date-day = { $weekday } { $day } { $month }
date-short = { $day } { $month }
date-of-year = { $day } { $month } { $year }
date-day-of-year = { $weekday } { $day } { $month } { $year }
date-month = { $month } { $year }
date-time = { $date }, { $time }
time-am = { $time } am
time-pm = { $time } pm
## end of days and months

## Language, units and time
locale-title = Language, units and time
locale-hint = They belong to you, not to the club: every roster opened on this computer is shown this way. What is kept stays metric, and plan files and tables for other programs do not change.
locale-language = Language
locale-language-en = English
locale-language-de = Deutsch
locale-language-pseudo = Test language (for developers)
locale-test = Offer the test language
locale-test-hint = English with accents, longer, and from right to left. It shows words that are missing and frames that do not grow.
locale-units = Units
locale-units-metric = Kilometres, kilograms, °C
locale-units-imperial = Miles, pounds, °F
locale-clock = Time of day
locale-clock-24h = 17:20
locale-clock-12h = 5:20 pm
locale-week-start = Weekdays to choose from begin with
locale-week-start-monday = Monday
locale-week-start-sunday = Sunday
locale-week-start-hint = Training weeks, plans, boards and weekly numbers run from Monday to Sunday whatever stands here.
locale-ride = How fast a ride was
locale-run = How fast a run was
locale-tempo-pace = Pace, { $unit }
locale-tempo-speed = Speed, { $unit }
locale-example = It looks like this: { $example }
preferences-broken = Your language, units and other preferences could not be read and are the usual ones again. The old file was kept as { $path }.
preferences-unread = Your language, units and other preferences could not be read ({ $detail }). The usual ones hold until the file { $path } can be read.
preferences-next = Open Settings and look at language, units and time.
preferences-unasked = Your language, units and other preferences were not told; the usual ones hold.
## end of language, units and time

## Gallery of parts
gallery = Parts of the screens
gallery-under = Every part in every state, in the theme chosen here.
gallery-open = Show all parts
gallery-colours = Colours
gallery-colours-under = By their names in the style sheet
gallery-type = Type
gallery-buttons = Buttons
gallery-fields = Fields
gallery-choices = Choices
gallery-layers = Above the page
gallery-signs = Status and source
gallery-numbers = Numbers
gallery-table = Table
gallery-waiting = Waiting, empty and failed
gallery-sample = Easy run, 52 min
gallery-hint = A quiet line that helps.
gallery-wrong = This value is not possible.
gallery-said = Something was done.
gallery-plain = As usual
gallery-disabled = Not possible now
gallery-busy = On its way
gallery-invalid = Wrong
gallery-text = Text
gallery-number = Number
gallery-date = Date
gallery-choice = Choice
gallery-area = Several lines
gallery-toggle = Yes or no
gallery-segments = Segments
gallery-menu = Menu
gallery-more = More actions
gallery-tabs = Tabs
gallery-dialog = Dialog
gallery-dialog-wide = Wide dialog
gallery-drawer = Drawer
gallery-toast = Message
gallery-toast-fault = Message of a fault
gallery-marks = Marks
gallery-badges = Badges
gallery-proposed = Proposed
gallery-coach = By the coach
gallery-done = Done
gallery-known = Known
gallery-old = Old
gallery-unknown = Unknown
gallery-none = Nothing
gallery-range = Score with range
gallery-spark = Load of days
gallery-shares = Shares
gallery-evidence = Evidence
gallery-progress = Progress
gallery-progress-unknown = Of unknown length
gallery-skeleton = Loading
gallery-empty = Nothing here yet
gallery-fault = Fault

## Activity page: recording, marked spans, splits, map
chart-lap-end = End of lap { $lap }, { $at }
activity-across = Across
activity-across-time = Time
activity-across-distance = Distance
activity-more-channels = More channels
activity-map = Map
activity-map-under = the track alone, north up; nothing is fetched
activity-map-empty = No positions were recorded.
activity-map-empty-hint = Indoors, or the device had no satellites.
activity-map-withheld = Positions are not shown.
activity-map-withheld-hint = The athlete does not agree to the use of positions on this day. Nothing about the place was read.
activity-map-title = Track, { $wide } from west to east and { $tall } from south to north; pieces: { $pieces }, distance marks: { $marks }.
activity-map-keys = Map; arrow keys move it, plus and minus zoom, Home shows all of it
activity-map-by = Coloured by
activity-map-plain = Plain
activity-map-by-heart-rate = Heart rate
activity-map-by-speed = Pace
activity-map-by-slope = Gradient
activity-map-below = below { $edge }
activity-map-from = from { $edge }
activity-map-north = N
activity-map-start = Start
activity-map-finish = Finish
activity-map-start-finish = Start and finish
activity-map-closer = Closer
activity-map-farther = Farther
activity-map-all = Whole track
activity-splits = Laps and splits
activity-splits-by = Cut by
activity-splits-distance = { $unit }
activity-splits-time = 5 min
activity-splits-halves = Halves
activity-splits-select = Mark { $number }
activity-splits-rest = rest
activity-splits-none = It cannot be cut so: { $why }.
activity-split-hr = Mean HR
activity-split-max-hr = Max HR
activity-split-power = Power
activity-split-np = NP
activity-split-ascent = Climb
activity-span = Marked
activity-span-of = { $from } to { $to }
activity-span-several = { $count } spans together
activity-span-none = Nothing is marked.
activity-span-none-hint = Choose laps or splits beside this, or drag over the recording with Shift held (Enter begins and ends a span by keyboard). The numbers of what is marked are computed from its samples.
activity-span-clear = Unmark
activity-span-range = { $low } to { $high }
activity-span-partly = measured { $share } % of the time
activity-span-left-out = { $count ->
    [one] one suspect value left out
   *[other] { $count } suspect values left out
}
activity-span-elapsed = { $time } with pauses
activity-adherence = Plan and deed
value-split-distance = The distance of a split, in metres
value-split-time = The time of a split, in seconds
activity-by-hand = Entered by hand
activity-by-hand-hint = Nothing was recorded: there are no samples to draw or to cut.

## Changing an activity (repair-excluded, fault-*, value-*, revision-*, edit-*, raw-*)
repair-excluded = { $samples ->
    [one] One value was
   *[other] { $samples } values were
} left out because a person said they are not the athlete's.
fault-does-not-count-what = This activity does not count, so it cannot be changed or merged.
fault-does-not-count-next = Open the one that counts instead of it, or take back what keeps this one from counting.
fault-changes-nothing-what = This would change nothing.
fault-changes-nothing-next = Choose something that differs from how the activity stands now.
fault-revision-undone-what = This change was taken back before.
fault-revision-undone-next = Nothing is left to do. Make the change again if you want it after all.
fault-revision-built-on-what = A later change was built on this one.
fault-revision-built-on-next = Take the later change back first, then this one.
value-from-moment = The first moment
value-to-moment = The last moment
value-cut = A cut
value-cuts = The number of cuts
value-merged = The number of activities merged in
value-merge-hours = Hours between the starts
revision-trim = Kept what was recorded from { $from } to { $to }
revision-split = Split at { $at } of the recording; the parts count
revision-merge = { $count ->
    [one] Merged with another recording
   *[other] Merged with { $count } other recordings
}
revision-sport = Sport is { $sport }
revision-comment = Comment: { $comment }
revision-comment-none = Comment removed
revision-exclude = { $channel } left out from { $from } to { $to } of the recording
revision-limits = Own limits of repairs: heart rate { $low } to { $high } bpm, at most { $step } bpm a second; power to { $power } W; running to { $speed } m/s; altitude by { $climb } m/s
edit-menu = Edit
edit-trim = Trim
edit-trim-hint = What lies before and after is left out of every number. The recording itself stays as it is.
edit-split = Split
edit-split-hint = The parts count instead of the whole, each with its own sport and load.
edit-merge = Merge with another
edit-merge-hint = Recordings of one session become one. The time between them is a pause; where they overlap, the one that measured more counts.
edit-sport = Sport
edit-sport-hint = Load, zones and bests follow the sport.
edit-comment = Comment
edit-comment-hint = What stands in the file is kept beside it.
edit-exclude = Leave out part of a channel
edit-exclude-hint = For values that are not the athlete's: another strap, a dog's leash, a tunnel. They count as not recorded, never as zero.
edit-history = History
edit-history-hint = What was recorded is never changed. Moments are counted from the start of the recording.
edit-history-none = Nobody changed this activity.
edit-from = From
edit-to = To
edit-from-handle = Beginning of what is meant
edit-to-handle = End of what is meant
edit-moment-hint = Minutes and seconds, or hours too
edit-moment-unclear = Write a time such as 42:10 or 1:02:30
edit-channel = Channel
edit-split-at = Cut at
edit-split-at-hint = One or more times since the start, set apart by commas
edit-split-laps = Cut at every lap
edit-merge-with = Belongs to this session
edit-merge-line = { $sport }, { $when }, { $time }
edit-merge-none = No other activity on this day
edit-merge-none-hint = Only activities of the same athlete that count can be merged.
edit-nothing-yet = Nothing is changed yet.
edit-reason = Why
edit-reason-hint = Stays in the history
edit-reason-missing = Say why in a few words.
edit-save = Save as a new version
edit-before = Now
edit-before-one = Now, { $number }
edit-after = After
edit-after-part = Part { $number }
edit-recorded = As recorded
edit-now = Now
edit-undone = Taken back { $by }: { $reason }
edit-undo = Take back
edit-undo-reason = Why it is taken back
edit-numbers = Numbers of the versions
edit-number = Number
edit-n-sport = Sport
edit-n-start = Start
edit-n-timer = Time without pauses
edit-n-elapsed = With pauses
edit-n-distance = Distance
edit-n-load = Load
edit-n-avg-hr = Mean heart rate
edit-n-max-hr = Highest heart rate
edit-n-marked = Suspect values
edit-standing-split = This activity was split; its parts count instead:
edit-standing-part = Part { $number }
edit-standing-merged = This recording was merged into another, which counts instead.
edit-standing-open = Open it
edit-standing-part-gone = This part does not count: the split was taken back.
edit-standing-part-of = This is a part of a longer recording.
edit-standing-whole = Open the whole
edit-standing-changed = { $count ->
    [one] One change by a person stands.
   *[other] { $count } changes by a person stand.
} Edit, then History shows what was recorded.
raw-title = What was repaired
raw-of-channel = { $channel }: { $count ->
    [one] one value marked
   *[other] { $count } values marked
}
raw-show = Show raw values
raw-hide = Hide raw values
raw-raw = as recorded
raw-used = used
raw-shown = { $channel } as recorded and as used: { $kept } of { $recorded } values are used
raw-limits = Change the limits
raw-limits-hint = Past these, values are marked as suspect and not used. They are never deleted.
raw-limits-for = They hold for
raw-limits-this = this activity
raw-limits-all = every activity of the athlete
raw-limits-save = Mark again with these limits
raw-limits-said = { $count ->
    [one] Marked again: one activity changed
   *[other] Marked again: { $count } activities changed
}
raw-limits-would = Suspect values in this activity: { $before } now, { $after } with these limits
raw-limits-same = This activity stays as it is.
raw-hr-min = Lowest heart rate
raw-hr-max = Highest heart rate
raw-hr-step = Fastest change of heart rate
raw-power-max = Highest power
raw-run-speed-max = Highest running speed
raw-climb-max = Fastest change of altitude
cli-revision-standing = stands
cli-revision-undone = taken back
cli-revision-none = Nobody changed this activity.
cli-revision-part = Part { $number }: { $id }

## Roster triage: the queue, what the coach decides about a row, the call list (triage-*)

triage-no-fresh-data = No fresh data
triage-no-squad = No squad
triage-reviewed = Reviewed this week
triage-snoozed = Snoozed
triage-progress = { $done } reviewed, { $left } left
triage-col-load = Load 14 d, 7 d
triage-col-done = Done
triage-col-next = Next session
triage-col-note = Last note
triage-load-hint = Bars: the last 14 days. Number: the last 7 days, and how much that is above or below a usual week.
triage-change = { $percent } %
triage-done = { $done } of { $planned }
triage-done-words = The last 14 days: { $done } of { $planned } sessions done, { $minutes } of { $of } min. Days without training for a reason are left out.
triage-data-age = newest data { $age }
triage-race-soon = Race soon
triage-band-below = Morning below usual
triage-band-usual = Morning as usual
triage-band-above = Morning above usual
triage-source-proposed = proposed
triage-source-coach = set by the coach
triage-source-club = fixed by the club
triage-reviewed-on = reviewed { $day }
triage-reviewed-earlier = last reviewed { $day }
triage-changed-since = changed since the review
triage-snoozed-until = snoozed until { $day }
triage-woken = back early: a worse reason
triage-on-call-list = on the call list
triage-by = Groups
triage-by-severity = Urgency
triage-by-squad = Squad
triage-any = { $what }: any
triage-filter-reason = Reason
triage-filter-sport = Sport
triage-filter-save = Keep this filter
triage-filter-name = Name of the filter
triage-filter-clear = Show everybody
triage-filter-drop = Forget the filter { $name }
triage-calls = Call list
triage-calls-of = Call list of { $day }
triage-calls-none = Nobody is on the call list.
triage-calls-hint = Choose a row and press C.
triage-calls-copy = Copy as text
triage-calls-print = Print
triage-calls-copied = The call list is copied.
triage-calls-not-copied = The call list could not be copied.
triage-calls-not-copied-next = Allow the clipboard for this page, or print the list.
triage-call-line = What to ask
triage-call-said = What was said:
triage-call-off = Take { $name } off the call list
triage-call-note = Last note, { $day }: { $note }
triage-note-about = Note about { $name }
triage-templates = Frequent notes
triage-template-called = Called. All is fine.
triage-template-rest = Asked for two easy days.
triage-template-sleep = Watch sleep and mornings this week.
triage-template-talk = Talk about it at the next session.
triage-snooze = Snooze { $name }
triage-snooze-until = Until when
triage-snooze-days = { $days ->
    [1] One day, until { $day }
    [7] A week, until { $day }
   *[other] { $days } days, until { $day }
}
triage-snooze-hint = The row comes back on that day, or as soon as a worse reason comes up.
triage-did-review = Reviewed: { $name }
triage-did-snooze = Snoozed: { $name }
triage-did-call = On the call list: { $name }
triage-did-back = Taken back: { $name }
triage-did-approve = Week approved: { $name }
triage-approve-none = There is no drafted week to approve.
triage-approve-done = This week is approved already.
triage-approve-look = This week asks for a look first: P opens it.
triage-beside = Chosen athlete
triage-beside-none = Choose a row with J and K.
triage-days-title = Load of 14 days
triage-days = Load of the last 14 days: { $done } points done, { $planned } planned
triage-planned = planned
triage-done-word = done
triage-excused = could not train
triage-contributors = What the score is made of
triage-effect = Distance from usual in standard deviations; plus is better
triage-next = Next sessions
triage-next-none = Nothing is planned.
triage-notes = Last notes
triage-notes-none = No notes yet.
triage-key-next = Next athlete
triage-key-back = Athlete before
triage-key-review = Reviewed, and on to the next
triage-key-snooze = Snooze the athlete
triage-key-note = Note about the athlete
triage-key-call = On the call list, or off it
triage-key-approve = Approve the drafted week
triage-key-plan = Open the week of the athlete
triage-key-open = Show the athlete beside the table
triage-hint-move = move
triage-hint-review = reviewed
triage-hint-snooze = snooze
triage-hint-note = note
triage-hint-call = call list
triage-hint-approve = approve
triage-hint-open = beside

value-snooze-days = Days until the row comes back
value-call-line = What to ask
value-filter-name = The name of the filter
value-filter-text = The words of the filter

## The frame: actions from everywhere, palette, keys, last actions, long work (action-*, area-*, palette-*, keys-*, undo-*, redo-*, history-*, notice-*, notices-*, work-*, path-*, about-*, menu-*)
area-file = File
area-edit = Edit
area-club = Club
area-view = View
area-help = Help
action-new-roster = New roster…
action-open-roster = Open roster…
action-open-sample = Open the sample club
action-import-files = Import files…
action-import-folder = Import folder…
action-export = Export the week’s plan
action-export-where = Choose an athlete and a week; the plan is exported from there.
action-undo = Undo
action-redo = Redo
action-history = Last actions
action-add-athlete = Add an athlete…
action-add-activity = Add an activity…
action-squad-morning = Enter a squad’s morning…
action-draft-all = Draft the coming week of everybody
action-approve-green = Approve every week that asks for no look
action-palette = Find or do…
action-go-roster = Roster
action-go-board = Plan board
action-go-week = Week
action-go-availability = Availability
action-go-blocks = Club blocks
action-go-library = Library
action-go-import = Import
action-go-settings = Settings
action-go-planning = How the planner is set up
action-go-rules = What asks for attention
action-go-plan-file = Read a plan file
action-go-privacy = Privacy
action-go-journal = Journal of changes
action-next-theme = Next appearance
action-theme-is = Appearance: { $theme }
action-notices = Long work
action-shortcuts = Keyboard shortcuts
action-gallery = Parts of the screens
action-about = About Trackside

palette = Find or do
palette-field = Athlete, screen or action
palette-athletes = Athletes
palette-recent = Used lately
palette-season = Season
palette-season-of = { $name }: season
palette-week-of = { $name }: week
palette-nothing = Nothing fits
palette-found = { $count ->
    [one] One line
   *[other] { $count } lines
  }
keys-hint = Keys work while no field has the keyboard and no dialog is open. Two keys side by side with Ctrl or Shift are pressed together, others one after the other.

undo = Undo
redo = Redo
undo-nothing = There is nothing to undo.
redo-nothing = There is nothing to redo.
undo-done = Taken back: { $what }
redo-done = Done again: { $what }
undo-refused = Not taken back: { $what }
redo-refused = Not done again: { $what }
undo-not-there = It is not there any more.
undo-added = Added: { $what }
undo-changed = Changed: { $what }
undo-withdrawn = Taken back: { $what }
undo-override = { $session }: { $change }
undo-swap = { $session }: changed places
undo-reverted = { $session }: back to the proposal
undo-approved = { $week } approved
undo-approval-withdrawn = Approval of { $week } taken back
undo-approved-green = { $week } approved for { $count ->
    [one] one athlete
   *[other] { $count } athletes
  }
undo-import = Import of { $files ->
    [one] one file
   *[other] { $files } files
  }
undo-import-taken-back = Import taken back
undo-import-again = Import brought again

history-hint = Going back writes a new line; nothing in the journal is taken away.
history-none = Nothing done yet
history-none-hint = What you change appears here, with the way back. The list begins anew with each start.
history-done = holds
history-undone = taken back
history-refused = refused

notices-running = Running
notices-none-running = Nothing runs.
notices-ended = Finished
notices-none = Nothing finished yet
notices-none-hint = Imports, drafts, exports and recomputing are listed here while they run and after.
notices-clear = Clear the list
notices-dismiss = Put away
notices-count-running = { $count ->
    [one] One task runs
   *[other] { $count } tasks run
  }
notices-count-ended = { $count ->
    [one] One task finished
   *[other] { $count } tasks finished
  }
notice-done = done
notice-stopped = stopped
notice-failed = failed
notice-told = { $done } of { $total } done
notice-told-stopped = Stopped after { $done } of { $total }. What was done by then is kept.
notice-look = Look
notice-opened = { $name } is open.
work-preview = Reading files
work-import = Importing
work-recompute = Computing again
work-draft = Drafting weeks
work-export = Exporting
work-limits = Looking at recordings again

path-copy = Copy path
path-copied = The path is in the clipboard.
path-not-copied = The system did not let the path into the clipboard. Mark it and copy it by hand.
path-show = Show in folder

about-title = About Trackside
about-version = Trackside { $version }, a coaching workstation for endurance sports.
about-licence = MIT or Apache-2.0, as you like.

board-drafted-not-reached = { $count ->
    [one] one not reached
   *[other] { $count } not reached
  }
drafted-not-reached = not reached
season-key-goal = goal
season-key-earlier = earlier weeks
season-key-later = later weeks
fault-no-file-manager-what = The system has no program that shows folders: { $detail }.
fault-no-file-manager-next = Copy the path and open it by hand.
menu-cut = Cut
menu-copy = Copy
menu-paste = Paste
menu-select-all = Select all
menu-zoom-in = Larger
menu-zoom-out = Smaller
menu-zoom-reset = Usual size
menu-full-screen = Full screen
menu-quit = Quit

## Athlete's page

athlete-tabs = Parts of the page
athlete-tab-today = Today
athlete-tab-load = Load
athlete-tab-readiness = Readiness
athlete-tab-curve = Curve
athlete-tab-history = History
athlete-tab-settings = Settings
athlete-tab-data = Data
athlete-eyes = As the athlete sees it
athlete-eyes-hint = Plain words, shared notes only. What is for the coach alone is not even sent to this page.
athlete-answer = Today's answer
athlete-answer-ill = Reported ill today: rest comes before any score.
athlete-answer-injured = Reported injured today: that comes before any score.
athlete-answer-unknown = Readiness is not known today: { $why }.
athlete-answer-below = Readiness is below usual: { $score } of 100, range { $low } to { $high }.
athlete-answer-usual = Readiness is about usual: { $score } of 100, range { $low } to { $high }.
athlete-answer-above = Readiness is above usual: { $score } of 100, range { $low } to { $high }.
athlete-answer-below-own = You seem less fresh than you usually are ({ $score } of 100, somewhere from { $low } to { $high }).
athlete-answer-usual-own = You seem about as fresh as usual ({ $score } of 100, somewhere from { $low } to { $high }).
athlete-answer-above-own = You seem fresher than usual ({ $score } of 100, somewhere from { $low } to { $high }).
athlete-answer-stale = That is { $age }.
athlete-answer-because-worse = Farthest from usual, on the worse side: { $signal }.
athlete-answer-because-better = Farthest from usual, on the better side: { $signal }.
athlete-answer-no-plan = This week has no plan yet.
athlete-answer-free = Nothing is planned today.
athlete-answer-planned = Planned today: { $sessions }.
athlete-answer-session = { $title } ({ $minutes } h, load { $load })
athlete-answer-done = { $title } ({ $minutes } h, load { $load }, done)
athlete-answer-nothing = Nothing needs you.
athlete-answer-more = { $count ->
    [one] {" "}One more reason below.
   *[other] {" "}{ $count } more reasons below.
}
screen-span-three-months = 3 months
screen-span-three-years = 3 years
screen-span-all = Everything
screen-load-title = Load and fitness
screen-load-caption-ahead = Filled is done, hollow is planned; dashed lines are fitness, fatigue and form if the plan is trained, the band is what the season's limits leave.
screen-intensity = How easy, how hard
screen-intensity-easy = Easy
screen-intensity-middle = Middle
screen-intensity-hard = Hard
screen-intensity-polarised = Polarised: of { $hours } hours in this span { $easy } % were easy, { $middle } % between the thresholds and { $hard } % hard. { $coverage } % of the endurance time could be sorted.
screen-intensity-pyramidal = Pyramidal, the harder the less: of { $hours } hours in this span { $easy } % were easy, { $middle } % between the thresholds and { $hard } % hard. { $coverage } % of the endurance time could be sorted.
screen-intensity-threshold = Most lay between the thresholds: of { $hours } hours in this span { $easy } % were easy, { $middle } % between them and { $hard } % hard. { $coverage } % of the endurance time could be sorted.
screen-intensity-mixed = No common shape: of { $hours } hours in this span { $easy } % were easy, { $middle } % between the thresholds and { $hard } % hard. { $coverage } % of the endurance time could be sorted.
screen-intensity-none = Nothing in this span can be sorted by intensity
screen-intensity-none-hint = It needs heart rate, power or speed, and the thresholds that hold. Set them under Settings.
athlete-readiness = Readiness over time
athlete-readiness-none = No readiness yet
athlete-readiness-none-hint = Some mornings of sleep, heart-rate variability or answers make it. Enter today's morning above, or import a wellness file.
athlete-readiness-rows-hint = Each short stroke is a day, the line the mean of seven days; dashed lines are the athlete's own usual band. The rows move together.
athlete-row-title = { $signal }: { $days ->
    [one] one day known
   *[other] { $days } days known
}, newest { $value } { $unit }
athlete-row-low = usual, low
athlete-row-high = usual, high
athlete-row-day = day
athlete-row-week = 7 days
athlete-curve = Best by duration
athlete-curve-lately = What counts as lately
athlete-curve-none = No curve yet
athlete-curve-none-hint = Activities with power, speed or heart rate make it. Import some, and the best of every duration stands here.
athlete-curve-now = lately
athlete-curve-year-ago = a year ago
athlete-curve-ever = ever
athlete-curve-change = Change in a year
athlete-bests = Bests by duration
athlete-best-new = new
athlete-best-when = When it was best
athlete-happened = What happened
athlete-happened-none = Nothing is written down yet
athlete-happened-none-hint = Notes, illness, marks, races and changed settings stand here by month.
athlete-kind-ill = health
athlete-kind-mark = mark
athlete-kind-note = note
athlete-kind-race = race
athlete-kind-settings = settings
athlete-days = { $from } – { $to }
athlete-held = Settings in time
athlete-held-same = No value changed
athlete-held-by = { $author }, { $at }
athlete-held-replaced = replaced
athlete-held-set = { $name } { $now }
athlete-held-changed = { $name } { $now } (before { $before })
athlete-held-hr-max = highest HR
athlete-held-hr-rest = resting HR
athlete-held-cp = CP
athlete-held-vt1 = VT1
athlete-held-vt2 = VT2
athlete-held-mass = body mass
athlete-held-sleep = sleep needed
athlete-goal-none = No season leads anywhere yet.
athlete-goal-weeks = { $name }: the weeks as they are planned.
athlete-goal-fitness = { $name }: fitness { $asked } on { $day }. Now { $now }; the weeks as planned lead to { $planned }.
athlete-goal-fitness-beyond = { $name }: fitness { $asked } on { $day } lies beyond the limits. Now { $now }; at most { $most } can be reached, as planned { $planned }.
athlete-goal-peak = { $name }: a week of { $asked } points; as planned the highest has { $planned }.
athlete-goal-peak-beyond = { $name }: a week of { $asked } points lies beyond the limits; the most they leave is { $most }, as planned { $planned }.
## end of athlete's page

## First start, many athletes at once, tour, help, presentation, race week (start-*, newcomer*, tour-*, help-*, present-*, race-*)
start-lead = This roster is empty. Everything you put into it stays on this computer.
start-use = What do you use Trackside for?
start-club = I coach a club
start-club-text = Who needs me, each athlete's week with reasons, plans to hand out.
start-own = My own history
start-own-text = A roster of one: your sessions, your mornings, your trends, in plain words.
start-sample = Look around first
start-sample-text = A made-up club with a season of data. Nothing in it is real, and it stays apart from your roster.
start-import = Import what there is
start-import-text = Choose files or a folder with one folder an athlete. You see what was found before anything comes in, and athletes who are missing can be added there.
start-one = One by one
start-one-text = Name, date of birth and squad in a small form.
start-own-title = About you
start-own-hint = Your name is what plan files and exports say. Date of birth and sex are used by formulas that need them, and may stay empty.
start-own-begin = Begin
start-reading-hint = Clock, pace or speed and the rest are in the settings.
start-tour = New here? Seven steps show what is where.
start-tour-no = No, thanks

newcomers-title = A list of names
newcomers-text = Paste rows from a spreadsheet, or open a file. One athlete a line; the name alone is enough.
newcomers-list = The list
newcomers-example = name, born, sex, squad
newcomers-hint = Columns: name, born (2001-07-30 or 30.7.2001), sex (f or m), squad; in this order, or under a line that names them. Commas, semicolons or tabs between them.
newcomers-open = Open a file
newcomers-unread = { $name } is no text that can be read.
newcomers-preview = What becomes of each line
newcomers-line = Line
newcomers-becomes = Becomes
newcomers-comes = comes in
newcomers-add = { $count ->
    [0] Add athletes
    [one] Add one athlete
   *[other] Add { $count } athletes
  }
newcomers-added = { $count ->
    [one] One athlete added.
   *[other] { $count } athletes added.
  }
newcomer-no-name = no name
newcomer-bad-name = “{ $text }” is too long for a name or has signs that no name has
newcomer-bad-day = “{ $text }” is no day of birth: write 2001-07-30 or 30.7.2001
newcomer-bad-sex = “{ $text }” is neither f nor m: leave it empty if not said
newcomer-bad-squad = “{ $text }” is too long for a squad or has signs that no squad has
newcomer-known = { $text } is there already
newcomer-too-many = one list adds { $most } athletes at most

tour-step = Step { $step } of { $of }
tour-skip = Skip the tour
tour-back = Back
tour-next = Next
tour-done = Done
tour-roster = Who needs me
tour-roster-text = Everybody in one queue, the most urgent first. Missing or old data form a group of their own: they are no bad sign. J and K move, one key each marks as reviewed, snoozes, notes or opens the plan.
tour-reasons = Why
tour-reasons-text = Each row says its reasons in words with the number behind them. Nothing here predicts an injury; it says what is unusual.
tour-week = The week, with reasons
tour-week-text = A proposed week keeps every limit, and each session says why it stands there. Where too little is known, you get a template week and are told so.
tour-override = Your word counts
tour-override-text = Change, move, swap or remove anything, with a reason. The proposal stays behind your change, and one action brings it back.
tour-export = Hand it out
tour-export-text = A signed plan file, or a page to print. Readers can check that nobody altered the plan.
tour-import = Get sessions in
tour-import-text = Drop files, a folder or an archive anywhere in the window. You see what was found before it comes in; one step takes it back.
tour-keys = From everywhere
tour-keys-text = Find an athlete, a screen or an action here, or with Ctrl K. The question mark shows the keys of the page you are on.

help-under = What each number means, how well it is supported, and how things are done
help-search = Search the help
help-search-hint = In all pages, words in any order
help-contents = Pages of the help
help-found = { $count ->
    [one] One place
   *[other] { $count } places
  }
help-none = Nothing found
help-none-hint = Try fewer words, or the English name of a number.
help-about = What is { $what }?
help-in-english = The help is written in English.

action-help = Help
action-tour = Take the tour
action-presentation = Presentation mode
action-cover-names = Cover names and private notes
present-title = Presentation mode
present-text = Bigger type and nothing at the side, for a projector. Names can be covered: everybody becomes a number, on every screen, and private notes are hidden. A nickname somebody wrote into a shared note stays. It ends with the program.
present-begin = Begin
present-athlete = Athlete { $number }
present-private = (private note)
present-cover = Cover names
present-uncover = Show names
present-covered = Names and private notes are covered
present-bare = Names are shown
present-leave = Leave

race-week = Race week
race-athlete = The athlete
race-print = Print the race sheet
race-priority = { $priority } race
race-targets = Time to aim at
race-no-formula = For this race there is no formula whose source we know; what stands here is the coach's own.
race-weather = Wind and weather
race-weather-hint = In your own words. Heat and height change the time; wind, rain and ground do not: no formula with a source is built in.
race-weather-uncounted = Wind, rain and ground are not counted: there is no formula with a source for them here.
race-pacing = Pacing
race-pacing-for = Even effort over the profile, for { $time }. Uphill slower, downhill faster, by what slopes cost.
race-even = Even pace: { $pace } for { $time }.
race-no-course = Choose a recording of the course in the sheet to pace by its profile.
race-no-aim = No time to pace for
race-no-aim-hint = Enter a time to aim at in the sheet, or a result that a time can be expected from.
race-slope = Slope
race-at = At
race-sheet = Food, kit and the rest
race-sheet-none = Nothing agreed on yet
race-sheet-none-hint = Weather, course, food and kit: what is written here prints on one page with the times.
race-sheet-edit = Write the sheet
race-sheet-save = Keep
race-sheet-earlier = Earlier versions
race-sheet-version = Version { $version }, { $author }, { $at }
race-fuel = Food and drink
race-fuel-example = Breakfast 3 h before; a gel every 30 min with water
race-kit = Kit
race-kit-example = Shoes, vest, number, gloves if below 5°
race-target = Time to pace for
race-target-hint = Empty: the expected time
race-course = Course
race-course-hint = A recording of about this distance
race-course-none = None: even pace
race-course-one = { $day }, { $distance }
race-course-kept = The recording chosen before
race-taper = The three weeks before, beside earlier races
race-taper-hint = Each bar is a day's load: filled when done, hollow when planned, a dot when nobody knows. All rows have one scale. Under each row its weeks, as a share of a usual week.
race-taper-now = This race
race-taper-none = No earlier race with a result
race-taper-none-hint = Once a race of this sport has a result, the weeks before it stand here for comparison.
race-taper-usual = usual week { $points } points
race-taper-said = { $name }: third week before { $third }, second { $second }, last { $last } of a usual week.
race-taper-science = In trials a taper of about two weeks with 41 to 60 % less volume at kept intensity helped most (Bosquet 2007, Wang 2023). These rows are load, which falls with volume and with intensity.
race-days-to-go = { $days } days to go
race-unknown = not known
race-result = What became of it
race-not-yet = The race is still to come
race-not-yet-hint = Enter the result here afterwards: it stands beside what was expected.
race-no-result = No result yet
race-no-result-hint = The time, the weather of the day, and how it went in a few words.
race-enter-result = Enter the result
race-change-result = Take the result back or add another
race-expected = Expected
race-time = Time
race-range = Against the range
race-race = Race
race-within = within
race-faster = faster
race-slower = slower
race-held = How earlier ranges held
race-held-none = No earlier race to compare with
race-held-none-hint = It takes a race with a result, and a result before it to expect a time from.
race-held-sum = { $within } of { $of } earlier times lay in the range, which is meant to hold four of five.
race-held-hint = Each range is what today's method gives from what was known before that race, in its weather. A few races say little about a range.
race-open = Race week: { $name }

value-list = The list
value-weather = The weather
value-pacing = The pacing
value-fuel = Food and drink
value-kit = The kit

## At the door of the loopback server
fault-door-other-site-what = This request came by another name or from another site, and was not answered.
fault-door-other-site-next = Open the address that the program printed, in a tab of its own.
fault-door-not-opened-what = This browser was not let in by this start of the program.
fault-door-not-opened-next = Open the newest address that the program printed; each address opens one browser, once.
fault-door-keys-what = Too many wrong addresses were tried.
fault-door-keys-next = Wait { $seconds } s, then open the newest address that the program printed.
fault-door-calls-what = The program was asked more in a moment than a person can ask.
fault-door-calls-next = Wait { $seconds } s and try again; close tabs that load again and again.
fault-door-large-what = That is too large to be handed over in one piece; at most { $megabytes } MB are taken.
fault-door-large-next = Hand it over in smaller parts, or import it by its path with the command line.
fault-door-slow-what = The request did not come to its end within { $seconds } s.
fault-door-slow-next = Try again; nothing was changed.
fault-door-not-json-what = The request is not JSON text.
fault-door-not-json-next = Send it as application/json, in UTF-8.

## Keys, plan files of others, encrypted files (fault-*, key-*, keyring-*, plan-read-*, plan-would-*, plan-collides-*, plan-texts-*, cli-key-*)
fault-passphrase-wanted-what = The file is encrypted.
fault-passphrase-wanted-next = Enter the passphrase that its author told you.
fault-not-a-key-file-what = The file holds no keys of this program.
fault-not-a-key-file-next = Check that it is the file you wrote with "Save my keys".
fault-key-revoked-what = The key of { $name } was revoked; nothing signed with it is taken.
fault-key-revoked-next = Ask { $name } for a plan signed with their new key.
fault-not-in-file-what = A session that was chosen cannot be taken from this file.
fault-not-in-file-next = Read the file again, then choose among the sessions it shows.
fault-nothing-taken-what = Nothing that was taken from this file counts here.
fault-nothing-taken-next = It may have been taken back before; look at the week's history.
fault-no-such-text-what = A text that was to be told is not one of this week.
fault-no-such-text-next = Open the export again, then choose among the texts it shows.
fault-other-file-what = The plan file is not the one that was read.
fault-other-file-next = Read it again, then choose what to take.
fault-key-name-taken-what = Another key is known by the name { $name }.
fault-key-name-taken-next = Give this one a name that tells the two apart, or no longer believe the other key first.
fault-only-the-name-what = Only the name { $name } says whose plan this is.
fault-only-the-name-next = Make sure that it is the same person, then name them with --athlete.
fault-sealed-not-what = The file is not encrypted in a way this program reads.
fault-sealed-not-next = Check that it is the right file.
fault-sealed-unknown-what = The file is encrypted in a way this program does not know.
fault-sealed-unknown-next = Ask its author to write it again with Trackside.
fault-sealed-wrong-what = The passphrase or key does not open this file.
fault-sealed-wrong-next = Check the passphrase with its author; capitals and spaces count.
fault-sealed-damaged-what = The encrypted file is cut short, or was changed.
fault-sealed-damaged-next = Ask its author to send it again.
fault-sealed-large-what = The encrypted file holds more than { $limit } bytes.
fault-sealed-large-next = Check that it is the right file.
fault-passphrase-short-what = The passphrase is too short.
fault-passphrase-short-next = Take at least { $least } characters; several words are easy to remember.
fault-bad-recipient-what = A recipient's key is missing or not a key.
fault-bad-recipient-next = Paste the reading key as they see it in their settings; it begins with age1.
key-state-known = met before
key-state-trusted = compared
key-state-revoked = revoked
key-standing-own = your own key
key-standing-stranger = a key not met before
key-standing-other-key = another key than the one known by this name
key-standing-known = a known key, not compared
key-standing-trusted = a known key, compared
key-standing-revoked = a revoked key
key-statement-believed = { $author } gave up the key { $fingerprint }; it is not believed here any more.
key-statement-next = { $author } gave up the key { $fingerprint }; it is not believed here any more. Their new key is known on the old one's word: compare its words with them. { $words }
key-statement-lost = { $author } lost the key { $fingerprint }; neither it nor a key that was known on its word is believed here any more. Compare the words of their new key with them.
key-statement-unknown = { $author } gave up the key { $fingerprint }, which was not known here. Nothing was changed.
plan-read-nobody = Nobody in this roster fits; say whose plan it is.
plan-read-undrafted = The week of { $name } is not drafted here yet. Draft it first, then sessions can be taken.
plan-would-nothing = stands here already
plan-would-add = new
plan-would-change = changes
plan-would-remove = takes out
plan-collides-past = the day is gone
plan-collides-locked = locked here
plan-collides-edited = changed here by hand
plan-collides-club = fixed by the club
plan-collides-approved = the week is approved
plan-collides-revoked = rests on a revoked key
plan-withheld = Left out: { $notes } private notes, { $texts } texts of changes.
plan-read-title = Read a plan file
plan-read-under = Who signed it, what it would do here, and what you take of it.
plan-read-choose = Choose a plan file
plan-read-empty = No plan file was handed over
plan-read-empty-hint = Drop a .tsplan file anywhere in the window, open one with Trackside, or choose one above.
plan-read-passphrase = Passphrase
plan-read-open = Open
plan-read-sealed = encrypted
plan-read-notes = Notes in the file
plan-read-what = Plan for { $athlete }, { $week }, written { $when }.
plan-read-here-identity = It is { $name } of this roster: the identity is the same.
plan-read-here-name = Only the name fits { $name } here. Make sure that it is the same person before you take anything.
plan-read-here-choice = You read it for { $name }.
plan-read-same = It is the same { $name }
plan-read-as-found = As found in the file
plan-read-whose = Read it for
plan-read-sessions = Sessions of the plan file
plan-read-all = Several files
plan-read-all-hint = What is ticked below is taken; by itself only what goes against nothing is ticked. A file that would break a limit waits for you.
plan-read-take-all = Take what is ticked in { $files } files
plan-read-take = { $count ->
    [0] Take nothing
    [one] Take one session
   *[other] Take { $count } sessions
}
plan-read-untake = { $count ->
    [one] Take back one change from this file
   *[other] Take back { $count } changes from this file
}
plan-read-taken = { $count ->
    [one] One change was made; whose it was stands beside it.
   *[other] { $count } changes were made; whose they were stands beside them.
}
plan-read-untaken = What was taken from the file no longer counts.
plan-read-changes = Who changed what
plan-col-take = Take
plan-col-day = Day
plan-col-session = Session
plan-col-minutes = Duration
plan-col-would = Here it
plan-col-here = Stands here now
plan-take-one = Take { $title } on { $day }
plan-here-session = { $day }, { $title }, { $minutes }
plan-change-from = { $count ->
    [one] taken from one earlier change
   *[other] taken from { $count } earlier changes
}
plan-signer-own = You signed it with the key of this computer.
plan-signer-stranger = Nobody here has met this key. Compare the words with the author by another way, such as a call; a name in a file proves nothing.
plan-signer-other-key = Careful: somebody of this name signed with another key before. Ask them whether they changed it, and compare the words.
plan-signer-known = The same key as before, but nobody compared the words yet.
plan-signer-trusted = The words of this key were compared with its holder.
plan-signer-revoked = This key was revoked: nothing signed with it is taken.
plan-signer-name = What to call the author
plan-signer-name-hint = From now on this key is known by this name.
plan-signer-compared = I compared the words
keyring-title = People whose keys are known
keyring-hint = A key is known once you take a plan signed with it. Trusted means that you compared its words with the person.
keyring-empty = Nobody yet.
keyring-words = Words to compare
keyring-recipient = Reading key, for files encrypted for you
keyring-export = Save my keys
keyring-export-hint = The file opens only with this passphrase, of at least 12 characters. Whoever has both can sign as you.
keyring-exported = Your keys were saved to { $path }.
keyring-import = Use saved keys
keyring-import-hint = The keys in use until now are kept aside in the program's folder.
keyring-renew = Change my key
keyring-renew-hint = You get a new key, and a file to send to everybody who knows the old one.
keyring-renewed = You have a new key. Send { $path } to everybody who knows the old one.
keyring-lost = The old key may be in other hands
keyring-lost-hint = Then nobody believes the new key on the old one's word: everybody has to compare the words again. Your reading key is made anew too: what was encrypted for the old one must be sent again.
keyring-why = Why, for those who read it
keyring-statement = Read a change of key
keyring-statement-hint = A .tskey file in which somebody says that they changed their key.
keyring-revoke = No longer believe it

## An athlete's own file (own-*, returned-*, fault-own-*)
own-file-name = { $athlete } own history
own-left-notes = { $count ->
    [one] One note that is not shared, or that consent does not cover.
   *[other] { $count } notes that are not shared, or that consent does not cover.
}
own-left-texts = { $count ->
    [one] One text beside a change, a setting, a day off, a mark or a result: nobody shared it.
   *[other] { $count } texts beside changes, settings, days off, marks or results: nobody shared them.
}
own-left-activities = { $count ->
    [one] One activity that consent does not cover.
   *[other] { $count } activities that consent does not cover.
}
own-left-values = { $count ->
    [one] One value of a morning that consent does not cover.
   *[other] { $count } values of mornings that consent does not cover.
}
own-left-channels = { $count ->
    [one] One measured quantity that consent does not cover, such as positions.
   *[other] { $count } measured quantities that consent does not cover, such as positions.
}
own-left-always = The files as the devices wrote them, what the coach decided about the squad, the planner's workings, and the journal. The export of everything about an athlete has the files.
own-beside-later = { $value } by { $source }, written later: that one counts. Both are kept.
own-beside-earlier = { $value } by { $source }, written earlier: the athlete's counts. Both are kept.
own-beside-effort = Perceived exertion { $value } stands here and stays.
own-beside-comment = This comment stands here and stays: { $text }
own-merged-report = From the athlete's own file: { $mornings } values of mornings, { $words } words about activities.
own-said-morning = { $day }: { $name } { $value }
own-said-effort = Felt { $value } of 10
own-said-comment = “{ $text }”
own-fate-new = New
own-fate-here = Here already
own-fate-taken-back = Taken back before; bring its import again to have it
own-fate-no-activity = Left out: its activity is not here
own-fate-day-to-come = Left out: its day has not come yet
own-key-first = First return of this athlete. Compare the words of their key with them, by phone or in person: { $words }
own-key-known = Signed with the key of their earlier returns: { $words }
own-key-other = Signed with another key than their earlier returns. Compare its words with them before you merge: { $words }
own-sent = { $count ->
    [one] One addition, signed and encrypted for your coach. The words of your key, for them to compare: { $words }
   *[other] { $count } additions, signed and encrypted for your coach. The words of your key, for them to compare: { $words }
}
own-merged = Merged: { $mornings } values of mornings, { $words } words about activities. { $here } were here already.
own-info = Own file of { $athlete }, from { $author }, { $day }. { $unsent ->
    [0] Nothing waits to be sent back.
    [one] One addition was not sent back.
   *[other] { $unsent } additions were not sent back.
}
own-page = Your own file
own-page-under = What your coach handed you: to read, and to add to
own-page-none = No own file is open
own-page-none-hint = This page is for an athlete whose coach gave them their own file. Open it in the settings.
own-page-hint = Your history, your plan and the notes meant for you. It only reads. What you may add is below; your coach has it once you send it back.
own-page-history = Your history and plan
own-settings = This is an athlete's own file. Backups, people, other keys, rules, planning and privacy are settings of the coach's roster, so they are not here.
own-morning = A morning
own-morning-what = What
own-morning-value = Value
own-activities = How it felt
own-say = Say something
own-say-of = Say something about { $activity }
own-effort = Perceived exertion
own-effort-hint = 0 is nothing at all, 10 the hardest there is
own-comment = Comment
own-add = Add
own-kept = Kept in your file
own-said = What you added
own-said-nothing = Nothing yet.
own-send = Send back to the coach
own-send-hint = Writes a file with everything you added. It is signed with your key and only your coach can open it: send it however you like.
own-send-key = The words of your key. Read them to your coach once, on the phone or in person:
own-send-do = Write the file
own-told = What the athlete said
own-give = Give the athlete their own file
own-give-hint = History, plans and shared notes as an encrypted roster that only reads. In it they can add mornings, how hard it felt and comments, and send them back to you.
own-give-do = Write the own file
own-give-returned = Read what they sent back
own-give-passphrase = Passphrase
own-give-again = Once more
own-give-differ = The two are not the same.
own-give-passphrase-hint = Tell it to the athlete, not in the same message as the file. It is kept nowhere: without it nobody opens the file. Several words are easy to remember.
returned = What athletes sent back
returned-under = From their own files
returned-file = Return file
returned-hint = Nothing is written before you have seen what it would bring. Nothing of yours is overwritten, and a merge is taken back like any import.
returned-choose = Choose a file
returned-who = { $athlete } wrote this on { $written }, in the file handed out on { $given }.
returned-theirs = I compared the words: this key is theirs
returned-merge = { $count ->
    [0] Nothing new to merge
    [one] Merge one addition
   *[other] Merge { $count } additions
}
returned-import = Show the import
fault-own-only-reads-what = This is an athlete's own file: it only reads.
fault-own-only-reads-next = What you may add is on the page "Your own file": mornings, how hard it felt, and comments.
fault-own-not-own-what = The roster that is open is not an athlete's own file.
fault-own-not-own-next = Open the own file your coach gave you.
fault-own-head-coach-only-what = Only the head coach hands out an athlete's own file.
fault-own-head-coach-only-next = Ask the head coach, or open the roster as head coach.
fault-own-nothing-said-what = Nothing was added in this file yet.
fault-own-nothing-said-next = Add a morning, how hard something felt, or a comment; then send it back.
fault-own-full-what = This file holds as much of yours as one can send back.
fault-own-full-next = Send it back, and ask your coach for a new one. What is in it stays.
fault-own-return-elsewhere-what = What { $athlete } sent back belongs to no file that was handed out from this roster.
fault-own-return-elsewhere-next = Open the roster from which you handed their file out, then read it again.
fault-own-sealed-elsewhere-what = The file is encrypted for another roster than this one.
fault-own-sealed-elsewhere-next = Open the roster from which you handed the athlete's file out, then read it again.
fault-own-other-return-what = The file is not the one that was looked at.
fault-own-other-return-next = Look at it again, then merge it.
fault-own-other-key-what = Another key signed this file than the ones before.
fault-own-other-key-next = Ask the athlete for the words of their key, compare them, and say that it is theirs.


## A roster under a passphrase

protect-title = Passphrase
protect-hint = Without a passphrase, whoever has the file can read it: a thief of the laptop, or another person who uses it. With one, the file, its log and the copies the program makes are encrypted.
protect-is-open = Anybody who has this file can read it.
protect-is-locked = This roster is under a passphrase.
protect-on = Put under a passphrase…
protect-change = Change the passphrase…
protect-off = Take the passphrase away…
protect-lock = Lock now
protect-present = Passphrase in force
protect-new = New passphrase
protect-again = The same again
protect-differs = The two are not the same.
protect-rule = At least { $least } characters; several words that do not belong together are good. It cannot be recovered: who forgets it loses the roster. Write it down, and keep that apart from the laptop.
protect-off-hint = The roster and its copies are written in the clear. Whoever has the files can read them then.
protect-before = What was stored on this disk before may still be found on it with special tools: encrypt the disk as well, and delete copies you made yourself.
protect-done = { $name } is under the new passphrase, and so are the copies the program made of it.
protect-undone = { $name } is in the clear.
protect-idle = Lock after minutes without a hand on it
protect-idle-hint = 0 is never. Long work is let finish first.
protect-idle-set = Kept.
protect-idle-bad = A number of minutes, 0 to 1440.
protect-keep = Keep its key in this computer's keychain
protect-keep-hint = It then opens without being asked, for everybody who is logged in as you. The passphrase itself is not kept.
protect-no-keychain = This computer gives no keychain to keep a key in ({ $detail }).
protect-others = These copies do not open as the roster does: they are in the clear, or under an earlier passphrase. Set the passphrase again to take them along, or delete them.
protect-unlock-title = { $name } is locked
protect-unlock-hint = Enter the passphrase of this roster to open it.
protect-passphrase = Passphrase
protect-unlock = Unlock
protect-elsewhere = Open another roster
protect-no-lock = This roster has no passphrase, so there is nothing to lock. Settings put it under one.
protect-said-open = Not protected: whoever has { $path } can read it.
protect-said-unlocked = Under a passphrase: { $path }
protect-said-idle = Locked after { $minutes } minutes without a hand on it.
protect-said-never = Not locked by itself.
protect-ask = Passphrase of the roster:
protect-ask-new = New passphrase:
protect-ask-again = The same again:
action-lock-roster = Lock the roster
value-idle-minutes = the minutes until it is locked
fault-needs-passphrase-what = { $path } is under a passphrase.
fault-needs-passphrase-next = Enter its passphrase. Without a window: on the terminal, or in a file named by --roster-passphrase-file or TRACKSIDE_PASSPHRASE_FILE.
fault-wrong-passphrase-what = This is not the passphrase of { $path }.
fault-wrong-passphrase-next = Try again; mind capitals and the layout of the keyboard. A copy from before the passphrase was changed opens with the one of then.
fault-copy-differs-what = The new copy of { $path } was not the same ({ $detail }), so the roster was left as it was.
fault-copy-differs-next = Check the disk, then try again.
fault-work-runs-what = Long work is under way in this roster.
fault-work-runs-next = Wait until it is done, or stop it; then try again.

## Backups, checks of the file, and the audit (safety-*, backup-*, chain-*, audit-*, check-*, fault-*)
fault-roster-in-use-what = Another program has { $path } open.
fault-roster-in-use-next = Close it there (the window, a browser page, a command that still runs), then try again; nothing was changed.
fault-log-waits-what = { $path } cannot be written to here, and its last changes wait in the file ending in -wal beside it.
fault-log-waits-next = Copy both files together into a folder you may write to, and open the copy.
fault-roster-read-only-what = This roster cannot be written to where it is; nothing was changed.
fault-roster-read-only-next = You can read and export. To write, copy the file into a folder of your own and open it there.
fault-roster-corrupt-what = The roster file is damaged: { $detail }
fault-roster-corrupt-next = Keep the file. Restore the newest good backup (Settings, Backups, or "trackside backup list" and "backup restore"), or save what can still be read of it into a new file ("trackside backup salvage").
fault-unopened-what = { $path } did not open.
fault-unopened-next = Restore a backup, save what can still be read, or open another roster.
fault-backup-unsound-what = { $path } is not what was written: { $detail }
fault-backup-unsound-next = Leave it and use the backup before it; nothing was changed.
fault-chain-broken-what = The journal does not fit its chain in { $count ->
    [one] one place
   *[other] { $count } places
 }.
fault-chain-broken-next = Somebody or something changed the file past this program. Compare with a backup from before, and keep both files.
value-backups = The number of backups
safety-title = Backups and journal
safety-hint = Copies the program makes by itself, once a day and after large imports. Each is checked when it is written.
safety-folder = Folder
safety-checked = Whole file checked
safety-never-checked = Not yet; it is checked once a week
safety-no-backup = No backup yet
safety-damaged = The file is damaged: { $detail }. Restore the newest good backup ({ $backup }), or save what can still be read into a new file.
safety-chain-broken = The journal does not fit its chain in { $count ->
    [one] one place
   *[other] { $count } places
 }: the file was changed past this program. Keep it, and compare it with a backup.
safety-no-upkeep = The last backup or check was not made. { $detail }
safety-read-only = This roster is open for reading only: its file or folder cannot be written to, or the disk is full. You can read and export; to write, copy it into a folder of your own or make room.
safety-changed = On { $day } the roster file was not as Trackside had left it: another program changed it, a sync service or a person put another version in its place, or the disk lost something. If that was meant, nothing is wrong. If not, keep the file and compare it with a backup from before that day.
safety-was-cut = The program did not end in order the last time. Everything that was said to be done is here, and the file was checked.
safety-sync-folder = This roster lies where { $service } carries files about. Two computers would replace each other's changes, and a copy in the middle of a write is no roster. Move it into a folder that is not synchronised; to share, export plans or a backup.
safety-clock-back = This computer's clock is { $minutes } minutes behind the newest change in this roster. The order of changes stays right; look at date and time in the system's settings.
backup-now = Make a backup now
backup-check = Check file and journal now
backup-verify = Look at it again
backup-restore = Restore…
backup-restore-title = Restore this backup
backup-restore-text = The roster becomes what it was on { $when }. The present file stays beside it under another name; nothing is overwritten.
backup-restore-do = Restore
backup-restored = { $path } was restored.
backup-aside = The file that stood there is now { $path }
backup-folder-is = Backups are in { $path }
backup-whole = whole: { $rows } rows
backup-wrong = not whole: { $detail }
backup-list = List of backups
backup-column-at = Of
backup-column-why = Why
backup-column-size = Size
backup-reason-daily = once a day
backup-reason-import = large import
backup-reason-by-hand = by hand
backup-reason-before-erase = before an erasure
backup-reason-before-undo = before a large undo
backup-reason-aside = set aside by a restore
backup-reason-salvaged = saved from a damaged roster
backup-reason-other = copied here
way-out-title = { $name } did not open
way-out-backups = Restore a backup
way-out-backups-hint = The roster becomes what it was then. The file that does not open stays beside it under another name.
way-out-passphrase-hint = For a roster or a backup under a passphrase: the one of then.
way-out-salvage = Save what can still be read
way-out-other = Open another one
way-out-again = Try again
salvage-hint = Copies every row that can still be read into a new file, and says what was left behind. The roster itself is only read.
salvage-into = New file
salvage-into-hint = A path; left empty, it is made beside the roster.
salvage-do = Save what can be read
salvage-open = Open the new file
salvage-done = { $rows } rows are in { $path } now.
salvage-all = All { $tables } tables came over whole.
salvage-left = { $tables } tables came over whole. Of the others this was left behind:
salvage-unreadable = { $rows ->
    [one] one row cannot be read
   *[other] { $rows } rows cannot be read
 }
salvage-unreadable-some = rows that cannot be read, nobody knows how many
salvage-refused = { $rows ->
    [one] one row holds what no roster can hold
   *[other] { $rows } rows hold what no roster can hold
 }
salvage-orphaned = { $rows ->
    [one] one row belongs to a lost one
   *[other] { $rows } rows belong to lost ones
 }
cli-not-written = Not everything could be written out: { $detail }.
check-sound = The file is sound: pages, indexes and references.
chain-is = Journal: { $lines } lines, { $erased } of them erased on request; compared with { $known } backups.
chain-head-is = Head of the chain: { $head }
chain-break-changed = The line of { $clock } was changed after it was written.
chain-break-missing = The line of { $clock } was taken out, and no erasure says so.
chain-break-slipped-in = The line of { $clock } was slipped in past this program.
chain-break-unbound = The link of { $clock } is not bound to the one before it.
chain-break-erased-by-nobody = The line of { $clock } is said to be erased by a line that is not there.
chain-break-head-gone = A backup knows a link of { $clock } that the chain does not have.
audit-title = Journal
audit-under = Who changed what, when, and what stood there before. Lines are only ever added.
audit-open = Open the journal
audit-find = What to show
audit-changes = Changes
audit-lines = Table of changes
audit-who = Who
audit-what = What
audit-when = When
audit-athlete = Athlete
audit-every-athlete = Everybody
audit-stood = What stood there
audit-before = Before
audit-anybody = Everybody
audit-anything = Every kind
audit-more = There are older lines.
audit-older = Older lines
audit-nothing = No line fits.
audit-holds = The chain holds: { $lines } lines.
## end of backups and audit

## Erasing, keeping, tables without names (privacy-*, erase-*, erasure-*, retention-*, anonymous-*, fault-*)
fault-erased-what = Somebody with this identity was erased here on { $day }.
fault-erased-next = They are not brought back by a file. If they join again, add them as a new athlete.
fault-erase-other-name-what = The name you typed is not “{ $athlete }”.
fault-erase-other-name-next = Type the name exactly as it stands in the roster. Nothing was removed.
fault-erase-stand-in-what = This is the stand-in for files that are nobody’s yet, not a person.
fault-erase-stand-in-next = Give its activities to the athletes they belong to.
fault-retention-other-what = The rule, or the day it names, is not the one you looked at.
fault-retention-other-next = Look at what the rule would remove today, then apply it. Nothing was removed.
fault-retention-one-by-one-what = Athletes who left are not erased all at once.
fault-retention-one-by-one-next = Erase each of them by name.
fault-anonymous-too-few-what = { $people ->
    [one] Only one athlete
   *[other] Only { $people } athletes
 } agreed to research: not { $k } who are alike. No table was written.
fault-anonymous-too-few-next = Ask more athletes for their consent to research with their training, or choose a smaller number if that is right for them.
fault-anonymous-too-small-what = So small a group hides nobody.
fault-anonymous-too-small-next = Choose { $least } or more.
value-retention-months = The months
export-left-undone = Of imports that were taken back: activities { $activities }, values of mornings { $values }. Bring the imports back to have them here.
export-left-calls = { $lines ->
    [one] What to ask in a call, which the coach keeps private.
   *[other] What to ask in { $lines } calls, which the coach keeps private.
}
export-left-rows = { $table } ({ $rows } rows): it may hold data that are withheld.
archive-rows = rows that stand in no other file, as the roster has them
archive-manifest = every table of the roster, how many rows it has about the athlete, and where they are
anonymous-file = Trackside anonymous
anonymous-read = People who agreed to research, without names. Each is one of a group who share sex, years of birth, squad and sports as far as these are told; report.json says how coarse that is. Days are moved by whole weeks, differently for each person. Minutes are rounded to five, distances to half a kilometre, power to five watts, body mass to five kilograms, steps to five hundred. A sport is told of an activity only as far as it is told of people. Positions, devices, comments and notes are not here.
anonymous-read-once = Codes and moved days were made for these tables alone; nobody can make them again.
anonymous-read-lasting = Codes and moved days are the same in every such table of this roster. Whoever has the roster can tell whose they are: these tables are pseudonymous, not anonymous.
anonymous-birth-five = Years of birth in bands of five
anonymous-birth-ten = Years of birth in bands of ten
anonymous-birth-twenty = Years of birth in bands of twenty
anonymous-birth-untold = Years of birth are left out
anonymous-sports-whole = All main sports are told
anonymous-sports-main = Only the main sport is told
anonymous-sports-untold = Sports of the person are left out
anonymous-squad-told = Squads are told, as numbers
anonymous-squad-untold = Squads are left out
anonymous-sex-told = Sex is told
anonymous-sex-untold = Sex is left out
erasure-reason-asked = They asked for it
erasure-reason-left = They left
erasure-reason-mistake = Entered by mistake
erasure-reason-retention = Not kept any longer
erase-copy-untouched = they were not in it
erase-copy-erased = they are in it no more
erase-copy-removed = could not be opened, so it was removed
erase-copy-waits = could not be cleaned yet; it goes on at the next start
erase-copy-elsewhere = in a folder of your own: not there now, or could not be cleaned; remove it yourself
erase-sought-name = the name
erase-sought-id = the identity as text
erase-sought-id-bytes = the identity as bytes
retention-location = Where athletes were
retention-originals = Original files
retention-left = Athletes who left
privacy-would-go = This would go with { $athlete }, and cannot be brought back:
privacy-files = Original files of theirs alone
privacy-shared = Files that hold others’ data too: the files go, the others’ values stay
privacy-copies = Backups and snapshots
privacy-exports = Files about them that this program wrote
privacy-models = Model versions that learned from them; none keeps anything of it
privacy-searched = { $files ->
    [one] One file was searched byte by byte, and every row of the roster.
   *[other] { $files } files were searched byte by byte, and every row of the roster.
 }
privacy-found-nothing = Nothing about them was found.
privacy-found = Something still stands here
privacy-tombstone = { $day }: { $reason }. { $rows ->
    [one] One row
   *[other] { $rows } rows
 } removed ({ $id }).
privacy-pending = Copies are not all clean yet; it goes on at the next start.
privacy-retention-off = kept for ever
privacy-retention-months = { $months ->
    [one] kept for one month
   *[other] kept for { $months } months
 }
privacy-retention-meets = { $athlete }: { $activities ->
    [one] one activity
   *[other] { $activities } activities
 }, { $files ->
    [one] one file
   *[other] { $files } files
 }, the newest of { $day }
privacy-retention-done = Done: { $activities ->
    [one] one activity
   *[other] { $activities } activities
 }, { $files ->
    [one] one file
   *[other] { $files } files
 }. { $copies ->
    [0] No copy holds it any more.
    [one] One backup or snapshot holds it until it gives way to a newer one.
   *[other] { $copies } backups and snapshots hold it until they give way to newer ones.
 }
privacy-anonymous-is = { $people } people in { $groups } groups; the smallest has { $smallest }, and { $k } are asked for.
privacy-anonymous-out = Left out because they would stand out: { $left }. Not agreed to research: { $not }.
privacy-page = Privacy
privacy-page-under = What is kept about people: a copy of it, the end of it, and for how long.
privacy-one = One athlete
privacy-nobody = Choose an athlete
privacy-athlete = Athlete
privacy-copy = Write a copy of everything
privacy-copy-hint = Original files, tables, notes meant for them, plans, decisions, consents and the journal, in one archive that is theirs.
privacy-erase = Erase…
privacy-erase-hint = Erasing removes every row and file about somebody, also from backups. It cannot be undone, and no copy is kept.
privacy-erase-now = Erase for good
privacy-looking = Looking at what would go…
privacy-rows = { $rows ->
    [one] One row
   *[other] { $rows } rows
 }
privacy-why = Why
privacy-remove-exports = Also remove the files this program wrote about them
privacy-type-name = To erase, type: { $athlete }
privacy-tombstones = Erased
privacy-tombstones-hint = Of somebody erased there stays a day, a reason and counts, so that no old file brings them back.
privacy-tombstones-none = Nobody was erased.
privacy-retention = How long things are kept
privacy-retention-hint = All rules are off at first. A rule removes nothing by itself: it shows what it would remove, and you apply it.
privacy-retention-for = Months kept: { $what }
privacy-retention-least = { $least ->
    [one] At least one; empty switches the rule off
   *[other] At least { $least }; empty switches the rule off
 }
privacy-retention-nothing = Today it would remove nothing.
privacy-retention-apply = Remove these now…
privacy-retention-sure = This cannot be taken back: what is listed goes from the roster. Copies from before keep it until newer ones take their place.
privacy-retention-apply-now = Remove for good
privacy-retention-by-name = Erase each of them by name above.
privacy-anonymous = Tables without names
privacy-anonymous-hint = Of those who agreed to research, and only what they agreed to. Everybody is one of a group who are alike; the days of each person are moved.
privacy-anonymous-k = How many must be alike
privacy-anonymous-lasting = The same codes and days each time (pseudonymous)
privacy-anonymous-look = Look
privacy-anonymous-write = Write the tables
privacy-open = Privacy, erasing and keeping
## end of erasing

## Consent and roles (category-*, purpose-*, role-*, withheld-*, consent-*, staff-*, cli-consent-*, cli-people-*)
category-training = Training
category-heart = Heart rate
category-hrv = Heart rate variability
category-sleep = Sleep
category-wellness = Wellness
category-injury = Illness and injury
category-cycle = Cycle
category-location = Location
category-notes = Notes
purpose-coach = Coaching
purpose-assistant = Rest of the staff
purpose-team-share = Other coaches
purpose-model-training = Training of models
purpose-research = Anonymised research
role-head-coach = head coach
role-assistant = assistant coach
role-physio = physiotherapist
role-viewer = viewer
withheld-withdrawn = { $category }: consent withdrawn for data from { $since } on.
withheld-ended = { $category }: consent was given for data up to the day before { $since }.
withheld-never-given = { $category }: no consent was given for this use.
withheld-role = { $category }: not part of this role.
withheld-title = Not shown here
consent-title = Consent
consent-page = Consent of { $athlete }
consent-lead = What may be used, of which days, and for what. What was said last for a day counts; what was said before stays below.
consent-standing = As it stands on { $day }
consent-table = Kinds of data and purposes
consent-allowed = yes
consent-refused = no
consent-until = yes, until { $day }
consent-unsaid-allowed = yes, by default
consent-unsaid-refused = no, by default
consent-category = Kind of data
consent-guardian-needed = Under { $age }: a guardian gives consent. Withdrawing needs nobody.
consent-guardian-not-needed = { $age } or older: decides alone.
consent-guardian-unknown = The birthday is not known, so nobody can say whether a guardian must give consent.
consent-record = Record what was said
consent-which = Kinds of data
consent-for-what = For what
consent-given = Given
consent-withdrawn = Withdrawn
consent-word = Consent is
consent-from = For data from (all days if empty)
consent-to = Until and with
consent-guardian-name = Guardian's name
consent-guardian-relation = What they are to the athlete
consent-save = Record
consent-recorded = Recorded.
consent-text = The text that is agreed to
consent-text-version = Version { $version }, { $language }
consent-text-hash = Fingerprint of this text: { $hash }
consent-print = Print
consent-history = Everything that was said
consent-none = Nothing was said yet. Coaching is what a roster is for; everything else needs consent first.
consent-line-given = { $category }, { $purpose }: given for data from { $from } on
consent-line-given-until = { $category }, { $purpose }: given for data from { $from } until { $to }
consent-line-withdrawn = { $category }, { $purpose }: withdrawn for data from { $from } on
consent-first-day = the first day
consent-line-by = recorded by { $by } on { $day }
consent-line-guardian = { $name } ({ $relation }) for the athlete
consent-line-text = text { $version } ({ $language })
staff-title = Who uses this roster
staff-now = Now: { $name }, { $role }
staff-guarded = Becoming somebody with a wider role asks for the roster's passphrase.
staff-guard-rail = This roster has no passphrase: roles are a guard rail between people who trust each other. Whoever has the file can read all of it.
staff-outside = Even with a passphrase, whoever knows it and has the file can read all of it with other tools.
staff-owner = Head coach of this computer
staff-act = Use as this person
staff-acting = in use
staff-name = Name
staff-role = Role
staff-add = Add
staff-leave = Remove
staff-passphrase = Passphrase of the roster
staff-age = Age from which athletes agree for themselves
staff-age-save = Set
export-left-withheld = { $file }: as it came it may hold data that are withheld. What may be used is written anew.
value-guardian-relation = What the guardian is to the athlete
value-consent-age = The age of consent
fault-consent-to-nothing-what = No data or no purpose is named.
fault-consent-to-nothing-next = Name at least one kind of data and one purpose.
fault-consent-no-guardian-what = { $athlete } is under { $age }: a guardian must give this consent.
fault-consent-no-guardian-next = Write the guardian's name and what they are to the athlete. Withdrawing needs no guardian.
fault-consent-ends-before-what = The consent ends before it begins.
fault-consent-ends-before-next = Put the last day on or after the first.
fault-consent-withdrawal-ends-what = A withdrawal has no last day.
fault-consent-withdrawal-ends-next = Leave the last day empty, and record a new consent from the day on which it is given again.
fault-consent-no-text-what = No text was agreed to.
fault-consent-no-text-next = Name the version of the text that was read.
fault-consent-half-guardian-what = A guardian needs a name and a relation.
fault-consent-half-guardian-next = Fill in both, or leave both empty.
fault-guardian-missing-what = The athlete is too young to give this consent alone.
fault-guardian-missing-next = Record it on the consent page with the guardian's name.
fault-not-for-role-what = As { $role } you cannot do this.
fault-not-for-role-next = Ask the head coach, or choose who uses the program in the settings.
fault-wider-role-what = To use the program as { $role }, the roster's passphrase is needed.
fault-wider-role-next = Type the passphrase. Nothing was changed.
fault-not-for-the-team-what = { $athlete } did not agree to sharing training data with other coaches.
fault-not-for-the-team-next = Ask, record the answer on the consent page, then export again. A plan file for the athlete needs no such word.
fault-person-without-name-what = The person has no name.
fault-person-without-name-next = Write a name; it stands beside what they write.
fault-file-withheld-what = { $name } may hold data that are withheld, so it is not handed out as it came.
fault-file-withheld-next = Export the activity in another format: it is written anew, without them.
cli-consent-age = A guardian gives consent for athletes under { $age }.
## end of consent and roles

## What a line of the journal tells, by its action (journal-*)

journal-accept-estimate = Estimated threshold taken over
journal-act-as = Somebody else at the keyboard
journal-add-athlete = Athlete added
journal-add-athletes = Athletes added from a table
journal-add-block = Club block set
journal-add-exception = Time off or other hours entered
journal-add-mark = Day marked
journal-add-phase = Phase added
journal-add-race = Race added
journal-add-result = Result entered
journal-add-settings = Thresholds and settings entered
journal-add-stand-in = Activity without a file entered
journal-add-template = Session added to the library
journal-add-wellness = Morning entered
journal-allow-cycle = Word on marks of the cycle
journal-annotate = Note written
journal-apply-adaptation = Change of the running week taken over
journal-apply-retention = What was kept too long removed
journal-approve-week = Week approved
journal-assign-activity = Activity given to an athlete
journal-begin-import = Import begun
journal-change-passphrase = Passphrase changed
journal-change-season = Season changed
journal-find-changed = File found changed by something else
journal-check-roster = Whole file checked
journal-copy-season = Season copied
journal-correct-result = Result corrected
journal-create-roster = Roster made
journal-draft-week = Week drafted
journal-drop-filter = Filter removed
journal-end-import = Import ended
journal-erased = Line about somebody who was erased
journal-erase-athlete = Athlete erased
journal-erase-stand-in = Activity without a file taken out
journal-export-activity = Activity exported
journal-export-anonymous = Tables without names exported
journal-export-athlete = Everything about an athlete exported
journal-export-plan = Plan file exported
journal-finish-erasure = Erasure finished in copies
journal-give-consent = Consent recorded
journal-give-own-file = Own file handed out
journal-import-file = File imported
journal-join-follow-ups = Planned joined to done
journal-judge-key = Key judged
journal-keep-backups = How many backups stay
journal-link-activity = Activities marked as one
journal-make-backup = Backup made in a folder of one's own
journal-make-pseudonyms = Codes for tables without names made
journal-map-columns = Columns of a table named
journal-mark-again = Mark of the triage renewed
journal-mark-athlete = Marked in the triage
journal-merge-return = What an athlete sent back merged
journal-migrate-roster = Roster brought to a new version
journal-older-version = Earlier version of an activity read
journal-open-sample = Sample club opened
journal-override-session = Session changed
journal-protect-roster = Put under a passphrase
journal-read-key-statement = Change of a key read
journal-recompute = Numbers computed again
journal-redo-import = Import brought again
journal-renew-key = Own key changed
journal-replace-mark = Mark of a day replaced
journal-restore-roster = Backup put in place
journal-salvage-roster = Saved from a damaged roster
journal-revert-session = Change of a session taken back
journal-revise-activity = Activity corrected
journal-save-chart = Chart saved
journal-save-filter = Filter saved
journal-say-own = Said in the own file
journal-send-back = Sent back to the coach
journal-set-aside-adaptation = Change of the running week set aside
journal-set-availability = Availability set
journal-set-backups = How many backups stay
journal-set-bounds = Limits of the planner set
journal-set-consent-age = Age of consent set
journal-set-correction = Correction by the model switched
journal-set-effort = Felt effort entered
journal-set-habit = Habit of the planner switched
journal-set-idle-lock = Lock when idle set
journal-set-race-sheet = Race sheet written
journal-set-repair-limits = Limits of repairs set
journal-set-retention = How long things are kept
journal-set-rule = Rule of attention set
journal-set-season = Season set
journal-set-staff = Person or role set
journal-set-watch = Watched folder set
journal-squad-morning = Morning of a squad entered
journal-take-plan = Sessions of a plan file taken
journal-undo-import = Import taken back
journal-undo-revision = Correction of an activity taken back
journal-unlink-activity = Activities marked as two
journal-unmark-athlete = Mark in the triage taken back
journal-unprotect-roster = Passphrase taken away
journal-untake-plan = Sessions of a plan file given back
journal-withdraw-approval = Approval taken back
journal-withdraw-block = Club block taken back
journal-withdraw-consent = Consent withdrawn
journal-withdraw-exception = Exception taken back
journal-withdraw-mark = Mark of a day taken back
journal-withdraw-phase = Phase taken back
journal-withdraw-race = Race taken back
journal-withdraw-result = Result taken back
journal-withdraw-season = Season taken back
journal-withdraw-template = Session taken out of the library
