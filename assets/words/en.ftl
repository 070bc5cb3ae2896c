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
reason-past = { $date } has passed: what stands there stays.

# Weekly target
reason-weekly-target = The week aims at { $target } points: the four-week mean of { $base } times { $share } %.
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
reason-no-recent-data = No file for { $days } days; the last is of { $date }.
reason-low-readiness = Readiness { $readiness }, between { $low } and { $high }; { $limit } is the athlete's own usual.
reason-fast-ramp = Fitness rose by { $ramp } points in a week; from { $limit } on it is worth a look.
reason-deep-fatigue = Form is at { $form }. Below { $limit } is called deep fatigue by convention, not by trials.
reason-recent-spike = { $date }: { $minutes } min, an unusual length; the longest of the month before was { $longest } min.
reason-reported-ill = Reported ill on { $days } { $days ->
    [one] day
   *[other] days
} lately, last on { $date }.
reason-reported-pain = Pain { $pain } of ten reported for { $date }.
reason-resting-hr-high = Resting heart rate { $mean } bpm this week, usually { $baseline }; the line is { $limit }.
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

## Labels of domain values (sport-*, kind-*, phase-*, tag-*, change-*, wellness-*, signal-*, severity-*, load-*, missing-*, repair-*, effect-*)

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

effect-chose = chose
effect-set = set
effect-lowered = lowered
effect-removed = took away
effect-kept = kept
effect-doubted = lowers confidence
effect-flagged = asks for a look
effect-refused = refused

grade-a = Several trials agree.
grade-b = Large observational studies support it.
grade-c = The evidence is weak or mixed.
grade-d = Coaches' consensus, or a choice of this program.

channel-latitude = Latitude
channel-longitude = Longitude
channel-altitude = Altitude
channel-heart-rate = Heart rate
channel-power = Power
channel-cadence = Cadence
channel-speed = Speed
channel-distance = Distance
channel-temperature = Temperature

status-none = no plan
status-draft = Draft
status-edited = Edited
status-exported = Exported

source-proposed = Proposed
source-coach = Coach

## end of labels

## Import messages and faults (fault-<code>-what, fault-<code>-next)

unassigned-name = To be assigned

key-in-keychain = in this computer's keychain
key-in-file = in a file that only you can read

guess-named = You named the athlete.
guess-device = The device { $serial } was seen on this athlete before.
guess-path = The name stands in the file's path.
guess-nobody = Neither device nor path names anybody here.

import-imported = { $activities ->
    [1] One activity
   *[other] { $activities } activities
}{ $repairs ->
    [0] .
    [1] , with one repair.
   *[other] , with { $repairs } repairs.
}
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
import-wellness-nobody = This wellness table names nobody here ({ $detail }). Name the athlete and import it again.
import-routed = { $what } The file is kept; it adds no training.
import-cannot-open = The file could not be opened ({ $detail }). Check that it is still there and that you may read it.
import-refused = The file was not taken.
import-plan-file = This is a plan file, not a recording. Check it on the week page, with Check a plan file.

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
fault-roster-missing-next = Check the path, or open another roster.
fault-not-a-roster-what = { $path } is not a Trackside roster.
fault-not-a-roster-next = Choose a file that ends in .trackside; nothing was changed.
fault-roster-newer-what = { $path } was written by a newer version of Trackside.
fault-roster-newer-next = Update Trackside, then open it again; nothing was changed.
fault-roster-diverged-what = { $path } does not match any version of Trackside.
fault-roster-diverged-next = Open a backup of it; nothing was changed.
fault-roster-busy-what = Another program is writing to this roster.
fault-roster-busy-next = Close the other program, then try again.
fault-roster-damaged-what = A part of this roster cannot be read.
fault-roster-damaged-next = Keep the file as it is and open the newest backup.
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
fault-no-plan-what = Nothing is planned for { $week } yet.
fault-no-plan-next = Propose the week first.
fault-week-past-what = { $week } is over.
fault-week-past-next = Choose this week or a later one.
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
fault-format-unknown-what = Trackside does not know what this file is.
fault-format-unknown-next = Export the activity from the device or service as FIT.
fault-format-not-yet-what = This is a { $format } file; Trackside does not read those yet.
fault-format-not-yet-next = Export the activity as FIT.
fault-file-unreadable-what = Nothing in this file could be read (it breaks off at byte { $at }).
fault-file-unreadable-next = Copy it from the device again.
fault-no-activity-what = The file holds no activity ({ $messages } messages read).
fault-no-activity-next = Check that it is the right file.
fault-decoder-failed-what = This file confuses the decoder ({ $messages } messages read).
fault-decoder-failed-next = Keep the file; export the activity again from the device's own service.
fault-wellness-heading-what = This table has no { $missing } heading.
fault-wellness-heading-next = Give the first line the headings date and at least one wellness value.
fault-wellness-no-values-what = None of the { $rows } rows holds a value that can be read.
fault-wellness-no-values-next = Check the headings and the dates (2026-11-21).

fault-plan-too-large-what = The plan file has { $bytes } bytes; a plan has at most { $limit }.
fault-plan-too-large-next = Check that it is the right file.
fault-not-a-plan-file-what = This is not a plan file, or it is damaged.
fault-not-a-plan-file-next = Ask the author to send it again.
fault-plan-newer-what = The plan file is of version { $found }; this program reads up to { $known }.
fault-plan-newer-next = Update Trackside, then open it again.
fault-plan-field-what = The plan file holds a value that cannot be ({ $field }).
fault-plan-field-next = Ask the author to send it again.
fault-plan-not-canonical-what = The plan file was changed after it was signed (at byte { $at }).
fault-plan-not-canonical-next = Do not use it; ask the author to send it again.
fault-plan-key-what = The plan file's key is not a key.
fault-plan-key-next = Do not use it; ask the author to send it again.
fault-plan-signature-what = The plan file's signature does not fit its contents: somebody or something changed it.
fault-plan-signature-next = Do not use it; ask the author to send it again.
fault-plan-not-writable-what = The plan holds a value that cannot be written.
fault-plan-not-writable-next = Check the sessions of this week for odd numbers.

value-ftp = Functional threshold power
value-lthr = Threshold heart rate
value-hr-max = Highest heart rate
value-hr-rest = Resting heart rate
value-threshold-speed = Threshold speed
value-body-mass = Body mass
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

fault-no-front-end-what = The front end is not here.
fault-no-front-end-next = Build it with cargo xtask ui, or name its folder with --ui.
fault-cannot-listen-what = Port { $port } cannot be opened ({ $detail }).
fault-cannot-listen-next = Leave out --port to take a free one.

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
chart-channel-speed = Speed, km/h
chart-channel-altitude = Altitude, m
chart-channel-cadence = Cadence, rpm
chart-channel-temperature = Temperature, °C
chart-speed-and-pace = { $speed } · { $pace } /km
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
chart-channel-distance = Distance, m
chart-keys = Chart; left and right arrow keys read its values
chart-as-table = Show as table

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

## end of exported pages

## Screens

screen-skip = Skip to the page
screen-nav = Pages
screen-nav-roster = Roster
screen-nav-week = Week
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
screen-task-reading = Reading files
screen-filter = Filter by name, reason or race
screen-filter-nothing = Nobody fits this filter.
screen-key-move = move
screen-key-open = open
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
screen-col-week = Load 14 d, 7 d
screen-col-last = Last
screen-col-race = Next race
screen-col-plan = Plan
screen-usual = of { $load }
screen-week-hint = Bars: the last 14 days. Number: the last 7 days, of a usual week.
screen-race-short = { $priority }  { $name }
screen-open-week = Open { $week }
screen-plan-none = none yet
screen-plan-draft = draft
screen-plan-edited = edited
screen-plan-exported = exported
screen-empty-roster-heading = Your roster
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
screen-drop-hint = Files, folders and whole device dumps. Nothing leaves this computer.
screen-import-files = Import files
screen-import-folder = Import folder
screen-import-nothing = There was no file to import.
screen-importing = Importing
screen-import-under = Drop files or folders anywhere in the window.
screen-import-told = { $imported } imported, { $duplicate } already here, { $routed } set aside, { $refused } refused.
screen-import-told-cancelled = Stopped: { $imported } imported, { $duplicate } already here, { $routed } set aside, { $refused } refused; the rest was not touched.
screen-report = Last import
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
screen-batches = Earlier imports
screen-batches-under = Each is kept whole, with the raw files.
screen-batches-none = Nothing imported yet
screen-batches-none-hint = FIT files of watches and bike computers, and wellness tables as CSV. The same file twice is noticed.
screen-col-outcome = Outcome
screen-col-file = File
screen-col-files = Files
screen-col-what = What happened
screen-col-repairs = Repairs
screen-col-when = When
screen-col-who = Who
screen-col-activities = Activities

screen-col-start = Start
screen-col-day = Day
screen-col-sport = Sport
screen-col-time = Time
screen-col-km = km
screen-col-device = Device
screen-col-hr = HR
screen-col-np = NP
screen-col-rpe = RPE
screen-col-load = Load
screen-avg-hr-hint = Mean heart rate, bpm
screen-np-hint = Normalized power, W
screen-rpe-hint = Perceived exertion, 0 to 10
screen-load-short-power = power
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
screen-trends = Trends
screen-span = Range
screen-span-six-weeks = 6 weeks
screen-span-half-year = 26 weeks
screen-span-year = 1 year
screen-load-caption = Load, fitness (CTL), fatigue (ATL) and form (TSB)
screen-load-none = No load yet
screen-load-none-hint = Load appears with the first activity that has power, heart rate or a felt effort.
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
screen-mass-of = { $value } kg
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
screen-race-what = { $sport }, { $km } km
screen-distance = Distance
screen-priority = Priority
screen-priority-a = A: the season is built for it
screen-priority-b = B: a short taper
screen-priority-c = C: raced through training
screen-phase = Phase
screen-first-day = First day
screen-last-day = Last day
screen-notes = Notes
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
activity-lap-distance = km
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
activity-unit-pace = min/km
activity-unit-pace-swim = min/100 m
activity-unit-speed = km/h

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
  }
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
week-source-coach = coach
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
week-unfinished-minutes = Duration is a whole number of minutes, 1 to 1440.
week-unfinished-percent = The share is a whole number, 10 to 200.
week-unfinished-no-title = A session needs a title.
week-unfinished-rest-has-no-minutes = A rest day has no minutes to change: replace it from the library.
week-unfinished-nothing-new = Nothing is different yet.
week-unfinished-no-session = That session is not in this week.
week-unfinished-tag = Choose a reason.
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

## end of screens

## Command line

cli-unassigned = { $files ->
    [1] One activity waits to be given to an athlete.
   *[other] { $files } activities wait to be given to athletes.
}
cli-refused = Nothing was changed, because this would break a limit:
cli-insist = Add --insist to do it all the same; that is recorded.
cli-verified = Signed by { $author } ({ $fingerprint }): { $athlete }, { $week }. Nothing in it was changed since.
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

## Window: said by the program itself, before a page can

window-plan-holds = Plan for { $athlete }, week { $week }.
window-plan-signed = Signed by { $author } with the key { $fingerprint }. Nothing in it was altered.

## end of window
