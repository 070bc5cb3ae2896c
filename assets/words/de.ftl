# Trackside's words, German.

app-name = Trackside

## Reasons (one for each domain::reason::Rule: reason-<rule>)

# Values: the reason's facts by name (share, coverage and intensity in percent), limit, date and name. No number stands in a
# sentence that is not in its reason.

# Hard limits
reason-available-minutes = { $date }: { $minutes } min gewünscht, { $limit } min verfügbar.
reason-no-time-that-day = { $date }: { $minutes } min verfügbar, zu wenig für eine Einheit.
reason-illness-hold = Krank, gemeldet für { $date }: Ruhe an { $days ->
    [one] dem { $days } offenen Tag
   *[other] den { $days } offenen Tagen
}, bis der Athlet sich gesund meldet. Dann die Woche neu vorschlagen.
reason-pain-hold = Schmerz { $pain } von zehn gemeldet für { $date }: ab { $limit } werden nur lockere Einheiten oder Ruhe geplant.
reason-single-session-spike = { $date }: { $minutes } min gegenüber { $longest } min, der längsten Einheit des letzten Monats in dieser Sportart; eine einzelne Einheit bleibt unter { $limit } min.
reason-quality-spacing = { $date }: { $hours } h bis zur nächstgelegenen Qualitätseinheit; zwischen zweien liegen { $limit } h.
reason-rest-day = { $date } bleibt frei: Jede Woche behält einen Ruhetag.
reason-quality-count = { $date }: Das wäre Qualitätseinheit { $quality } der Woche; erlaubt sind höchstens { $limit }.
reason-youth = { $age } Jahre alt, unter { $limit }: höchstens { $quality } { $quality ->
    [one] Qualitätseinheit
   *[other] Qualitätseinheiten
}, und der Coach muss diese Woche freigeben.
reason-pinned = Der Coach hat „{ $name }“ am { $date } gesperrt oder geändert: Das bleibt, und die Woche wird darum herum gebaut.
reason-medical-hold = Medizinische Pause: kein Training an { $days ->
    [one] dem { $days } offenen Tag
   *[other] den { $days } offenen Tagen
}, bis der Coach sie aufhebt.
reason-day-bound = { $date }: { $minutes } min gewünscht, { $limit } min ist die Grenze des Coachs für einen Tag.
reason-week-bound = { $name ->
    [load] { $asked } Punkte für die Woche gewünscht; ihre Grenze ist { $limit }.
   *[minutes] { $asked } min für die Woche gewünscht; ihre Grenze ist { $limit } min.
}
reason-dated-exception = { $date }: { $minutes } min wegen { $name ->
    [school] Schule
    [work] Arbeit
    [travel] Reise
    [illness] Krankheit
    [injury] einer Verletzung
    [holiday] Urlaub
   *[other] etwas anderem
}.
reason-sport-that-day = { $date }: { $name } ist an diesem Tag nicht möglich.
reason-club-block = { $date }: { $name }, { $minutes } min, ist vom Verein festgelegt.
reason-return-stage = Zurück nach einer Krankheit, gesund seit { $date }: Stufe { $stage }, höchstens { $minutes } min bei { $intensity } % der Schwelle.
reason-return-volume = { $days } Tage ohne Training: Die Woche enthält { $share } % von dem, was vorher üblich war.
reason-travel-quality = { $date }: { $days } { $days ->
    [one] Tag
   *[other] Tage
} lang keine Qualitätseinheit nach { $zones } Zeitzonen.
reason-day-after-long = { $date } folgt auf eine lange Einheit: keine Qualität an diesem Tag.
reason-approved = Die Woche ist freigegeben: Nichts darin wird neu vorgeschlagen.
reason-limits-collide = Grenzen, die nicht zusammenpassen: { $name ->
    [race-day] Der Wettkampf verlangt { $asked }, möglich sind höchstens { $limit }
    [club-block] Die Einheit des Vereins verlangt { $asked }, möglich sind höchstens { $limit }
   *[pinned] Was der Coach festgehalten hat, verlangt { $asked }, möglich sind höchstens { $limit }
}.
reason-past = { $date } ist vorbei: Was dort steht, bleibt.

# Weekly target
reason-weekly-target = Die Woche zielt auf { $target } Punkte: { $share } % vom Vier-Wochen-Mittel von { $base }.
reason-season-week = Woche { $week } der Saison, { $name ->
    [base] Grundlagenphase
    [build] Aufbauphase
    [sharpen] Feinschliff
    [taper] Taperphase
    [race] Wettkampfphase
   *[transition] Übergangsphase
}: { $share } % der Basiswoche von { $base } Punkten.
reason-goal-path = Das Ziel verlangt diese Woche { $asked } Punkte; { $limit } lassen die Grenzen höchstens zu, { $target } sind geplant.
reason-learned-correction = Eine gelernte Korrektur hat das Ziel auf { $share } % verschoben; sie darf es um höchstens { $limit } % verschieben.
reason-ramp-limit = { $asked } Punkte gewünscht, { $limit } erlaubt: Die Belastung darf nur begrenzt über { $last } der letzten Woche und das Mittel der letzten vier steigen.
reason-recovery-week = Erholungswoche mit { $share } %: Die Belastung ist { $weeks } Wochen in Folge gestiegen.
reason-phase = { $name ->
    [base] Grundlagenphase
    [build] Aufbauphase
    [sharpen] Feinschliff
    [taper] Taperphase
    [race] Wettkampfphase
    [transition] Übergangsphase
   *[other] Diese Phase
}, Woche { $week }: { $share } % vom Vier-Wochen-Mittel.
reason-taper = Taper für { $name } am { $date }, { $days } { $days ->
    [one] Tag
   *[other] Tage
} nach Montag: { $share } % vom Vier-Wochen-Mittel.
reason-readiness-lowered = Bereitschaft { $readiness }, zwischen { $low } und { $high }, unter den für den Athleten üblichen { $limit }: Die Woche enthält { $share } % von dem, was sie sonst enthielte.
reason-time-limits-target = Tage, Minuten und Grenzen dieser Woche fassen { $reached } von { $target } Punkten. Der Rest wird nicht nachgeholt.

# Choice of sessions
reason-race-day = { $name }: etwa { $minutes } min und { $load } Punkte erwartet, zusätzlich zum Wochenziel.
reason-opener = Eine kurze Voraktivierung { $days } Tage vor { $name }.
reason-long-session = Die lange Einheit: { $minutes } min, { $share } % der Wochenbelastung, an einem Tag mit Zeit dafür.
reason-quality-of-phase = Qualität für { $name ->
    [base] die Grundlagenphase
    [build] die Aufbauphase
    [sharpen] den Feinschliff
    [taper] die Taperphase
    [race] die Wettkampfphase
    [transition] die Übergangsphase
   *[other] die jetzige Phase
}: { $minutes } min bei durchschnittlich { $intensity } % der Schwelle, Aufwärmen inbegriffen.
reason-easy-fill = Locker: { $minutes } min vom Umfang der Woche.
reason-rest-by-plan = { $date } ist Ruhetag: Die Einheiten der Woche sind verteilt.
reason-test-of-week = { $date }: ein Test, weil { $name ->
    [season] die Saison diese Woche einen verlangt
   *[threshold] die Schwelle alt ist
}.
reason-sport-share = { $name }: { $share } % der Minuten der Woche, sonst { $usual-share } %.
reason-plain-choice = Die genaue Auswahl der Einheiten ist nicht gelungen; stattdessen steht hier eine einfache, die jede Grenze einhält.
reason-least-change = { $changed } { $changed ->
    [one] Einheit
   *[other] Einheiten
} gegenüber dem vorigen Plan geändert; ohne harte Grenze sind es höchstens { $limit }.
reason-preference = So, wie dieser Coach es meist macht. { $habit }
reason-strength-beside = { $minutes } min Kraft neben einer lockeren Einheit, mit Abstand zu den harten.

# What lowers confidence, and why the engine abstains
reason-little-history = Nur { $days } { $days ->
    [one] Tag
   *[other] Tage
} Vorgeschichte; { $limit } sind nötig, um die Belastung zu beurteilen.
reason-availability-unknown = Für { $days } { $days ->
    [one] Tag
   *[other] Tage
} hat niemand geantwortet: { $minutes } min wurden angenommen.
reason-no-threshold = Keine Schwelle gesetzt: Die erwartete Belastung ist geraten.
reason-old-threshold = Die Schwellen sind { $days } Tage alt; nach { $limit } gelten sie als zweifelhaft.
reason-readiness-unknown = Bereitschaft unbekannt: { $coverage } % ihrer Signale liegen vor.
reason-no-goal = Kein Wettkampf und kein Ziel gesetzt.
reason-silent-days = { $days } der letzten { $of } Tage enthalten nichts, worauf sich bauen lässt.

# Attention
reason-threshold-moved = Eine Schwelle hat sich in { $days } Tagen um { $share } % geändert; über { $limit } % sind die Vorgaben der Einheiten zweifelhaft.
reason-return-from-injury = Seit { $days } Tagen zurück nach einer Verletzung; vor { $limit } entscheidet der Coach.
reason-new-place = { $name ->
    [altitude] In großer Höhe
   *[travel] In anderer Zeitzone
} seit { $days } { $days ->
    [one] Tag
   *[other] Tagen
}; vor { $limit } entscheidet der Coach.
reason-signals-contradict = Bereitschaft { $readiness }, unter dem für den Athleten Üblichen, während die Saison { $quality } { $quality ->
    [one] Qualitätseinheit
   *[other] Qualitätseinheiten
} verlangt.
reason-out-of-range = { $target } Punkte wären mehr als jede bisherige Woche dieses Athleten; die höchste hatte { $highest }.

# The rest of a running week
reason-low-today = Bereitschaft heute Morgen { $readiness }, zwischen { $low } und { $high }, unter den für den Athleten üblichen { $limit }.
reason-done-so-far = { $done } von bisher { $planned } geplanten Punkten absolviert, { $share } %.
reason-not-made-up = { $missed } Punkte wurden verpasst. Sie werden nicht nachgeholt.
reason-changes-used = { $changes } von { $limit } Änderungen dieser Woche sind verbraucht; nur eine Sicherheitsregel ändert noch mehr.
reason-room-for-more = Bereitschaft { $readiness }, und es ist Luft: { $minutes } min mehr.
reason-too-close = { $date }: { $hours } h nach der Qualitätseinheit davor; zwischen zweien liegen { $limit } h.

# Before approving
reason-big-change = { $planned } Punkte geplant, { $share } % neben den üblichen { $usual }; ab { $limit } % lohnt sich ein Blick.
reason-low-confidence = Vertrauen { $confidence } %; unter { $limit } % lohnt sich ein Blick.
reason-insisted-on = { $count } { $count ->
    [one] Änderung verletzt
   *[other] Änderungen verletzen
} Grenzen, weil der Coach darauf besteht.

reason-no-recent-data = Keine Datei seit { $days } Tagen; die letzte ist von { $date }.
reason-low-readiness = Bereitschaft { $readiness }, zwischen { $low } und { $high }; { $limit } ist für den Athleten üblich.
reason-fast-ramp = Die Fitness stieg in einer Woche um { $ramp } Punkte; ab { $limit } lohnt sich ein Blick.
reason-deep-fatigue = Die Form steht bei { $form }. Unter { $limit } spricht man von tiefer Ermüdung; das ist Konvention, nicht durch Studien belegt.
reason-recent-spike = { $date }: { $name ->
    [distance] { $km }, ungewöhnlich lang; die längste Strecke im Monat davor war { $longest }.
   *[time] { $minutes } min, ungewöhnlich lang; die längste Dauer im Monat davor war { $longest } min.
}
reason-reported-ill = { $name ->
    [fever] Fieber gemeldet
   *[illness] Krank gemeldet
}, zuletzt am { $date }, in letzter Zeit an { $days } { $days ->
    [one] Tag
   *[other] Tagen
}.
reason-reported-pain = { $name ->
    [injury] Verletzung gemeldet für { $date }.
   *[pain] Schmerz { $pain } von zehn gemeldet für { $date }.
}
reason-resting-hr-high = Ruhepuls diese Woche { $mean } bpm, sonst { $baseline }; die Marke ist { $limit }.
reason-hrv-out-of-band = HRV { $mean } ms über sieben Tage, { $name ->
    [above] über
   *[below] unter
} der eigenen Spanne des Athleten von { $low } bis { $high } ms. Beide Seiten sind ungewöhnlich; sehr hoch ist nicht besser.
reason-hrv-single-day = HRV vom { $date } unter { $limit } ms, der Marke der zehn Tage davor, oder zwei Morgen in Folge gefallen. Ein einzelner Morgen sagt wenig.
reason-load-jump = { $week } Punkte in sieben Tagen, { $share } % mehr als { $usual }, der größere Wert aus Vorwoche und Vier-Wochen-Mittel; die Marke ist { $limit } %. Das zeigt eine Veränderung, keine Verletzung.
reason-high-monotony = Die letzten sieben Tage glichen sich sehr: Monotonie { $monotony }, die Marke ist { $limit }. Das beschreibt die Woche und sagt nichts voraus.
reason-sleep-debt = { $debt } h Schlaf fehlen aus { $nights } bekannten Nächten, gemessen an { $need } h pro Nacht; die Marke ist { $limit } h, eine Festlegung dieses Programms.
reason-asymmetry-change = { $now } % Bodenkontakt auf dem linken Fuß in den letzten Läufen, sonst { $usual } % mit einer Streuung von { $sd }. Eine Veränderung am eigenen Üblichen, kein Befund; die Marke ist { $limit } Punkte.
reason-wellness-low = { $name } deutlich unter dem eigenen Grundwert: { $z } Standardabweichungen oder weniger bei den letzten { $days } Antworten; die Marke ist { $limit }.
reason-threshold-offered = { $name }: Belastungen oder Ergebnisse sprechen für { $value }{ $current ->
    [none] {""}
   *[other] , gesetzt ist { $current }
}. Gilt erst, wenn der Coach es übernimmt.
reason-source-switched = Die Belastung von { $sessions } { $sessions ->
    [one] Einheit kommt
   *[other] Einheiten kommt
} aus einer anderen Quelle als sonst und lässt sich noch nicht umrechnen, zuletzt am { $date }: Fitness und Form sind mit vorher nicht vergleichbar.
reason-race-soon = { $name } { $days ->
    [0] ist heute.
    [one] ist in { $days } Tag, am { $date }.
   *[other] ist in { $days } Tagen, am { $date }.
}
reason-unassigned = { $files } { $files ->
    [one] Datei wartet
   *[other] Dateien warten
} auf einen Athleten.

## end of reasons

## Sayings (say-<key>: one sentence for a number, told to the athlete)

# Values: the saying's facts by name, written as their metric is, and name, the metric's own. No number stands in a
# sentence that is not in its facts.

# A session
say-number = { $name }: { $value }.
say-load = Diese Einheit zählt { $value } Punkte Belastung.
say-load-more = Diese Einheit zählt { $value } Punkte Belastung, { $percent } % mehr als deine üblichen { $usual }.
say-load-less = Diese Einheit zählt { $value } Punkte Belastung, { $percent } % weniger als deine üblichen { $usual }.
say-load-usual = Diese Einheit zählt { $value } Punkte Belastung, etwa so viel wie deine üblichen { $usual }.
say-load-stands-in = Diese Einheit zählt { $value } Punkte Belastung, aus einer anderen Quelle als sonst: Vergleiche mit Vorsicht.
say-distance = Du hast { $km } zurückgelegt.
say-speed = Deine mittlere Geschwindigkeit war { $kmh }.
say-swim-speed = Du bist im Mittel { $hundred } geschwommen.
say-normalized-power = Die Fahrt hat etwa so viel gekostet wie gleichmäßige { $value }.
say-intensity = Du warst bei { $percent } % deiner Schwellenleistung.
say-power-even = Deine Leistung war gleichmäßig: Variabilität { $value }.
say-power-uneven = Deine Leistung ging auf und ab: Variabilität { $value }.
say-efficiency = Dein Effizienzfaktor war { $value }: Leistung pro Herzschlag.
say-efficiency-more = Dein Effizienzfaktor war { $value }, { $percent } % mehr als deine üblichen { $usual }. Gelände und Hitze spielen mit.
say-efficiency-less = Dein Effizienzfaktor war { $value }, { $percent } % weniger als deine üblichen { $usual }. Gelände und Hitze spielen mit.
say-efficiency-usual = Dein Effizienzfaktor war { $value }, etwa deine üblichen { $usual }.
say-decoupling-low = Leistung und Herzfrequenz blieben zusammen: Sie drifteten um { $value } auseinander.
say-decoupling-high = Die Herzfrequenz driftete um { $value } von deiner Leistung weg. Hitze, Durst und Dauer bewirken das alle.
say-w-balance = Im härtesten Moment waren noch { $value } deiner Reserve über der Critical Power übrig.
say-w-balance-below = Deine Reserve über der Critical Power sank auf { $value }, was nicht sein kann: Die gesetzte Critical Power ist zu niedrig.
say-durability-kept = Spät in der Einheit hattest du noch { $value } deiner frischen fünf Minuten.
say-durability-faded = Spät in der Einheit hattest du { $percent } % deiner frischen fünf Minuten verloren.
say-graded-speed = Ohne Steigungen gerechnet bist du { $value } gelaufen.
say-normalized-graded-speed = Harte Abschnitte stärker gewichtet und ohne Steigungen gerechnet bist du { $value } gelaufen.
say-contact-balance = Dein linker Fuß hatte { $value } des Bodenkontakts.
say-contact-balance-usual = Dein linker Fuß hatte { $value } des Bodenkontakts, sonst { $usual }.
say-asymmetry = Dein Bodenkontakt unterschied sich zwischen den Füßen um { $value }. Nur eine Veränderung gegenüber deinem Üblichen sagt etwas.
say-zones = { $value } der Zeit waren locker, { $middle } in der Mitte und { $hard } hart.

# Weeks and days
say-week-load = Deine Belastung in der letzten vollen Woche war { $value } Punkte.
say-week-load-above = Deine Wochenbelastung liegt { $percent } % über deinem Vier-Wochen-Mittel: { $value } Punkte gegenüber { $usual }.
say-week-load-below = Deine Wochenbelastung liegt { $percent } % unter deinem Vier-Wochen-Mittel: { $value } Punkte gegenüber { $usual }.
say-week-load-usual = Deine Wochenbelastung von { $value } Punkten liegt etwa bei deinem Vier-Wochen-Mittel von { $usual }.
say-week-minutes = In der letzten vollen Woche hast du { $value } trainiert.
say-easy-share = { $value } der Zeit der letzten Woche waren locker und { $hard } hart, soweit sich { $percent } % davon einordnen ließen.
say-adherence-kept = Letzte Woche hast du etwa das Geplante gemacht: { $value } der geplanten Belastung.
say-adherence-more = Letzte Woche hast du { $percent } % mehr gemacht als geplant.
say-adherence-less = Letzte Woche hast du { $percent } % weniger gemacht als geplant.
say-week-tonnage = Letzte Woche hast du { $value } gehoben.
say-fitness-up = Deine Fitness ist { $value } Punkte, { $change } mehr als vor einer Woche.
say-fitness-down = Deine Fitness ist { $value } Punkte, { $change } weniger als vor einer Woche.
say-fitness-level = Deine Fitness ist { $value } Punkte, wie vor einer Woche.
say-fitness-settling = Deine Fitness ist bisher { $value } Punkte; sie braucht einige Wochen Training, um sich einzupendeln.
say-fatigue = Deine Ermüdung, vor allem aus der letzten Woche, ist { $value } Punkte.
say-form-fresh = Deine Form ist { $value } Punkte: Zuletzt hast du weniger gemacht, als du gewohnt bist.
say-form-tired = Deine Form ist { $value } Punkte: Zuletzt hast du mehr gemacht, als du gewohnt bist.
say-form-level = Deine Form ist { $value } Punkte: Zuletzt hast du etwa das gemacht, was du gewohnt bist.
say-ramp-calm = Deine Fitness hat sich in einer Woche um { $value } Punkte geändert, unter den { $limit }, ab denen Coaches zweimal hinsehen.
say-ramp-fast = Deine Fitness ist in einer Woche um { $value } Punkte gestiegen. Ab { $limit } sehen Coaches zweimal hin.
say-acwr = Deine letzten sieben Tage enthalten { $value } Mal so viel wie eine mittlere Woche der letzten vier. Das zeigt, wie anders die Woche ist, und sagt nichts voraus.
say-monotony = Deine letzten sieben Tage hatten harte und lockere Tage: Monotonie { $value }.
say-monotony-high = Deine letzten sieben Tage glichen sich sehr: Monotonie { $value }.
say-monotony-extreme = Deine letzten sieben Tage waren fast gleich: Monotonie über { $value }.
say-strain = Die Beanspruchung deiner letzten sieben Tage, ihre Belastung mal ihre Gleichförmigkeit, ist { $value } Punkte.
say-spike = Deine längste Einheit der letzten sieben Tage war { $percent } % länger als jede im Monat davor.
say-spike-none = Keine Einheit der letzten sieben Tage war viel länger als die längste im Monat davor: höchstens { $value } Mal so lang.
say-days-since-hard = { $days ->
    [0] Du hast heute hart trainiert.
    [one] Deine letzte harte Einheit war gestern.
   *[other] Deine letzte harte Einheit war vor { $days } Tagen.
}
say-density = Du hattest { $sessions } { $sessions ->
    [one] Einheit
   *[other] Einheiten
} in den letzten sieben Tagen.

# Mornings
say-readiness-above = Deine Bereitschaft ist { $value }, zwischen { $low } und { $high }: besser als bei dir üblich.
say-readiness-below = Deine Bereitschaft ist { $value }, zwischen { $low } und { $high }: unter dem, was bei dir üblich ist.
say-readiness-usual = Deine Bereitschaft ist { $value }, zwischen { $low } und { $high }: etwa wie bei dir üblich.
say-readiness-stale = Deine Bereitschaft war { $value } vor { $days } { $days ->
    [one] Tag
   *[other] Tagen
}; Neueres gibt es nicht.
say-readiness-never = Über deine Morgen ist noch nichts bekannt, darum gibt es keine Bereitschaft.
say-readiness-too-little = Über diesen Morgen ist zu wenig bekannt für eine Bereitschaft.
say-hrv-usual = Deine HRV ist { $value } über sieben Tage, innerhalb deiner eigenen Spanne von { $low } bis { $high }.
say-hrv-below = Deine HRV ist { $value } über sieben Tage, unter deiner eigenen Spanne von { $low } bis { $high }.
say-hrv-above = Deine HRV ist { $value } über sieben Tage, über deiner eigenen Spanne von { $low } bis { $high }; höher ist nicht immer besser.
say-hrv-set-aside = Deine HRV wird an Tagen nicht beurteilt, an denen dein Übliches nicht gilt.
say-hrv-never = Deine HRV wurde noch nie erfasst.
say-hrv-too-little = Es gibt zu wenige Tage mit HRV, um etwas zu sagen.
say-hrv-variation = Deine HRV schwankte über sieben Tage um { $value }.
say-resting-hr = Dein Ruhepuls ist { $value }.
say-resting-hr-usual = Dein Ruhepuls ist { $value }, innerhalb deiner eigenen Spanne von { $low } bis { $high }.
say-resting-hr-above = Dein Ruhepuls ist { $value }, über deiner eigenen Spanne von { $low } bis { $high }.
say-resting-hr-below = Dein Ruhepuls ist { $value }, unter deiner eigenen Spanne von { $low } bis { $high }.
say-resting-hr-stale = Dein Ruhepuls war { $value } vor { $days } { $days ->
    [one] Tag
   *[other] Tagen
}; Neueres gibt es nicht.
say-sleep-debt = Dir fehlen { $value } Schlaf aus { $nights } bekannten Nächten, gemessen an den { $need } pro Nacht, die du brauchst.
say-sleep-debt-guessed = Dir fehlen { $value } Schlaf aus { $nights } bekannten Nächten, falls du { $need } pro Nacht brauchst; das hat noch niemand für dich gesetzt.
say-sleep-debt-none = Du hast in jeder von { $nights } bekannten Nächten { $need } oder mehr geschlafen.
say-sleep-stale = Deine letzte bekannte Nacht ist { $days } { $days ->
    [one] Tag
   *[other] Tage
} her.
say-sleep-never = Dein Schlaf wurde noch nie erfasst.
say-sleep-too-little = Zu wenige Nächte sind bekannt, um zu sagen, wie viel Schlaf dir fehlt.
say-hooper = Deine Antworten vom Morgen ergeben { $value } im Hooper-Index; niedriger ist besser.

## end of sayings

## Rules of the attention list (rule-<code>; rule-<code>-limit says what its number is)

rule-reported-ill = Krank oder mit Fieber gemeldet
rule-reported-pain = Schmerz oder Verletzung gemeldet
rule-reported-pain-limit = Schmerz, ab dem hinzusehen ist, von zehn
rule-low-readiness = Bereitschaft unter dem Üblichen
rule-low-readiness-limit = Oberes Ende der Bereitschaftsspanne unter diesem Wert
rule-hrv-out-of-band = HRV von sieben Tagen außerhalb der eigenen Spanne
rule-hrv-single-day = HRV eines einzelnen Tages
rule-resting-hr-high = Ruhepuls hoch
rule-resting-hr-high-limit = Schläge über dem eigenen Üblichen
rule-sleep-debt = Schlaf fehlt
rule-sleep-debt-limit = Fehlende Stunden in sieben Nächten
rule-wellness-low = Eine Antwort deutlich unter dem Üblichen
rule-wellness-low-limit = Standardabweichungen vom eigenen Üblichen, bei zwei Antworten
rule-load-jump = Wochenbelastung über dem Üblichen
rule-load-jump-limit = Prozent über dem größeren Wert aus Vorwoche und Vier-Wochen-Mittel
rule-recent-spike = Eine Einheit viel länger
rule-recent-spike-limit = Prozent über der längsten aus 30 Tagen
rule-fast-ramp = Fitness steigt schnell
rule-fast-ramp-limit = Prozent Fitnessgewinn in einer Woche
rule-deep-fatigue = Form weit unten
rule-deep-fatigue-limit = Punkte der Form
rule-high-monotony = Tage sehr gleich
rule-high-monotony-limit = Monotonie von sieben Tagen
rule-asymmetry-change = Balance zwischen den Füßen verändert
rule-asymmetry-change-limit = Kleinste Veränderung, Prozentpunkte
rule-source-switched = Belastung aus anderer Quelle
rule-source-switched-limit = Einheiten innerhalb von zwei Wochen
rule-no-recent-data = Keine Datei in letzter Zeit
rule-no-recent-data-limit = Tage ohne Datei
rule-little-history = Wenig Vorgeschichte
rule-no-threshold = Keine Schwelle gesetzt
rule-old-threshold = Schwelle alt
rule-old-threshold-limit = Tage, seit sie gesetzt wurde
rule-threshold-offered = Eine Schwelle wird angeboten

## end of rules

## Labels of domain values (sport-*, kind-*, phase-*, tag-*, change-*, wellness-*, signal-*, severity-*, load-*, missing-*, repair-*)

sport-run = Lauf
sport-ride = Rad
sport-swim = Schwimmen
sport-walk = Gehen
sport-row = Rudern
sport-ski = Ski
sport-strength = Kraft
sport-mobility = Beweglichkeit
sport-transition = Wechsel
sport-other = Sonstiges

kind-rest = Ruhe
kind-recovery = Erholung
kind-easy = Locker
kind-long = Lang
kind-tempo = Tempo
kind-threshold = Schwelle
kind-interval = Intervalle
kind-race = Wettkampf
kind-test = Test
kind-strength = Kraft
kind-mobility = Beweglichkeit
kind-yoga = Yoga
kind-drills = Technik
kind-relaxation = Entspannung

phase-base = Grundlage
phase-build = Aufbau
phase-sharpen = Feinschliff
phase-taper = Taper
phase-race = Wettkampf
phase-transition = Übergang

tag-fatigue = Ermüdung
tag-illness = Krankheit
tag-travel = Reise
tag-acute-injury-risk = Akutes Verletzungsrisiko
tag-motivational-slump = Motivationstief
tag-schedule-conflict = Terminkonflikt
tag-coachs-eye = Blick des Coachs
tag-group-session = Gruppeneinheit
tag-other = Sonstiges

change-replace = Ersetzt
change-move = Verschoben
change-scale = Angepasst
change-remove = Entfernt
change-add = Hinzugefügt
change-lock = Gesperrt
change-unlock = Entsperrt
change-undo = Rückgängig gemacht

wellness-resting-hr = Ruhepuls
wellness-resting-hr-unit = bpm
wellness-rmssd = HRV (rMSSD)
wellness-rmssd-unit = ms
wellness-sleep = Schlaf
wellness-sleep-unit = h
wellness-sleep-quality = Schlafqualität
wellness-sleep-quality-unit = von 5
wellness-fatigue = Frische
wellness-fatigue-unit = von 5
wellness-soreness = Muskeln
wellness-soreness-unit = von 5
wellness-stress = Gelassenheit
wellness-stress-unit = von 5
wellness-mood = Stimmung
wellness-mood-unit = von 5
wellness-body-mass = Körpergewicht
wellness-body-mass-unit = kg
wellness-illness = Krank
wellness-illness-unit = { "" }
wellness-pain = Schmerz
wellness-pain-unit = von 10
wellness-sdnn = HRV (SDNN)
wellness-sdnn-unit = ms
wellness-sleep-score = Schlafwert des Geräts
wellness-sleep-score-unit = von 100
wellness-device-stress = Tagesstress laut Gerät
wellness-device-stress-unit = von 100
wellness-device-readiness = Bereitschaft laut Gerät
wellness-device-readiness-unit = von 100
wellness-spo2 = Blutsauerstoff
wellness-spo2-unit = %
wellness-respiration = Atmung
wellness-respiration-unit = pro Minute
wellness-steps = Schritte
wellness-steps-unit = { "" }
wellness-body-fat = Körperfett
wellness-body-fat-unit = %
wellness-injured = Verletzt
wellness-injured-unit = { "" }
wellness-fever = Fieber
wellness-fever-unit = { "" }

signal-hrv = HRV
signal-resting-hr = Ruhepuls
signal-sleep = Schlaf
signal-subjective = Befinden
signal-form = Form

severity-act = Heute ansehen
severity-watch = Im Auge behalten
severity-stale = Daten fehlen
severity-note = Gut zu wissen

load-power = aus Leistung
load-heart-rate = aus Herzfrequenz
load-perceived = aus Anstrengung

missing-never-recorded = nie erfasst
missing-too-few-days = zu wenige Tage
missing-no-threshold = keine Schwelle gesetzt
missing-no-channel = nicht aufgezeichnet
missing-too-short = zu kurz
missing-poor-quality = zu viel fehlt oder ist zweifelhaft

repair-time-went-backwards = { $samples ->
    [one] Ein Datensatz lag
   *[other] { $samples } Datensätze lagen
} zeitlich vor einem früheren; in den Diagrammen ausgelassen.
repair-duplicated-time = { $samples ->
    [one] Ein Zeitpunkt wurde
   *[other] { $samples } Zeitpunkte wurden
} doppelt aufgezeichnet; der letzte Datensatz wurde behalten.
repair-clock-since-power-on = Die Uhr des Geräts war nicht gestellt; der Beginn stammt von anderer Stelle der Datei.
repair-clock-jumped = Die Uhr des Geräts wurde während der Aufzeichnung gestellt; die Zeiten danach wurden angeglichen.
repair-checksum-mismatch = Die Prüfsumme der Datei stimmt nicht; was lesbar war, wurde behalten.
repair-truncated-tail = Die Datei bricht mittendrin ab; was vollständig war, wurde behalten.
repair-summary-missing = Die Datei hat keine Zusammenfassung; die Summen wurden aus den Datensätzen berechnet.
repair-empty-records = { $samples ->
    [one] Ein Datensatz enthielt
   *[other] { $samples } Datensätze enthielten
} keinen Messwert.
repair-impossible-values = { $samples ->
    [one] Ein Wert lag
   *[other] { $samples } Werte lagen
} außerhalb des Möglichen; behalten, markiert und nicht verwendet.
repair-totals-disagree = Die Summen des Geräts passen nicht zu seinen Datensätzen; die Datensätze zählen.
repair-local-offset = Die Ortszeit des Geräts war unmöglich; sie wurde nicht beachtet.
repair-timer-events = { $samples ->
    [one] Ein Start-Stopp-Ereignis war
   *[other] { $samples } Start-Stopp-Ereignisse waren
} widersprüchlich; die Pausen stammen aus den übrigen.
repair-spike = { $samples ->
    [one] Ein Wert sprang
   *[other] { $samples } Werte sprangen
} weiter, als ein Körper es kann, und wieder zurück; behalten, markiert und nicht verwendet.
repair-position-jump = { $samples ->
    [one] Eine Position lag
   *[other] { $samples } Positionen lagen
} dort, wo niemand so schnell hinkommt; behalten, markiert und nicht verwendet.
repair-altitude-glitch = { $samples ->
    [one] Eine Höhe sprang
   *[other] { $samples } Höhen sprangen
} weg; behalten, markiert und nicht verwendet.
repair-dropout = { $samples ->
    [one] Ein Wert stammt
   *[other] { $samples } Werte stammen
} von einem Sensor, der nicht mehr maß; behalten, markiert und nicht verwendet.
repair-times-spread = { $samples ->
    [one] Ein Messpunkt hatte
   *[other] { $samples } Messpunkte hatten
} keine eigene Zeit; gleichmäßig über die Runde verteilt.
repair-local-clock = Die Datei nennt Ortszeit ohne Zeitzone; die Zeitzone des Athleten wurde genommen.
repair-text-encoding = { $samples ->
    [one] Ein Text war
   *[other] { $samples } Texte waren
} nicht so geschrieben, wie die Datei sagt; was lesbar war, wurde behalten.
repair-value-left-out = { $samples ->
    [one] Ein Wert war
   *[other] { $samples } Werte waren
} an dieser Stelle vom Format nicht erlaubt; ausgelassen.

channel-latitude = Breitengrad
channel-longitude = Längengrad
channel-altitude = Höhe
channel-heart-rate = Herzfrequenz
channel-power = Leistung
channel-cadence = Frequenz
channel-speed = Geschwindigkeit
channel-distance = Distanz
channel-temperature = Temperatur
channel-rr-interval = Zeit zwischen Schlägen
channel-left-balance = Anteil des linken Beins
channel-ground-contact = Bodenkontakt
channel-ground-contact-balance = Bodenkontakt, Anteil links
channel-vertical-oscillation = Vertikale Bewegung
channel-vertical-ratio = Vertikales Verhältnis
channel-step-length = Schrittlänge
channel-leg-stiffness = Beinsteifigkeit
channel-form-power = Form Power
channel-air-power = Air Power
channel-respiration = Atmung
channel-core-temperature = Körperkerntemperatur
channel-skin-temperature = Hauttemperatur
channel-spo2 = Blutsauerstoff
channel-muscle-oxygen = Muskelsauerstoff

tier-direct = Direkt gemessen
tier-context = Kontext
tier-experimental = Experimentell

freshness-current = aktuell
freshness-stale = alt
freshness-never = nie gemessen

quality-good = gut
quality-repaired = { $share } % markiert und nicht verwendet
quality-poor = { $share } % nicht verwendbar
quality-reported = vom Athleten angegeben

scale-as-is = Unverändert
scale-seconds-to-hours = Sekunden in Stunden
scale-minutes-to-hours = Minuten in Stunden
scale-exponential = Natürlicher Logarithmus, in den Wert selbst
scale-pounds-to-kilograms = Pfund (lb) in Kilogramm
scale-ten-to-five = 1 bis 10 in 1 bis 5
scale-ten-to-five-reversed = 1 bis 10 mit 10 am schlechtesten, in 1 bis 5 mit 5 am besten
scale-five-reversed = 1 bis 5 mit 5 am schlechtesten, in 5 am besten
scale-share-to-percent = Anteil von eins in Prozent


# Metrics (metric-<code>, and one sentence on what it means: metric-<code>-about)
metric-load = Belastung
metric-load-about = Was diese Einheit zu Fitness und Ermüdung beiträgt: 100 Punkte sind eine Stunde an der Schwelle.
metric-duration = Zeit
metric-duration-about = Zeit mit laufender Uhr.
metric-distance = Distanz
metric-distance-about = Zurückgelegte Strecke.
metric-ascent = Höhenmeter
metric-ascent-about = Gewonnene Höhe ohne kleine Schwankungen.
metric-work = Arbeit
metric-work-about = Geleistete mechanische Arbeit.
metric-avg-power = Mittlere Leistung
metric-avg-power-about = Mittlere Leistung, Rollen inbegriffen.
metric-max-power = Höchste Leistung
metric-max-power-about = Die höchste Sekunde.
metric-normalized-power = Normalisierte Leistung
metric-normalized-power-about = Die gleichmäßige Leistung, die etwa so viel gekostet hätte.
metric-intensity-factor = Intensitätsfaktor
metric-intensity-factor-about = Normalisierte Leistung als Teil der Schwellenleistung.
metric-tss = Training Stress Score
metric-tss-about = Belastung aus Leistung: 100 ist eine Stunde an der Schwelle.
metric-xpower = xPower
metric-xpower-about = Wie normalisierte Leistung, mit weicherem Gedächtnis von 25 Sekunden.
metric-relative-intensity = Relative Intensität
metric-relative-intensity-about = xPower als Teil der Critical Power.
metric-bike-score = BikeScore
metric-bike-score-about = Belastung aus xPower: 100 ist eine Stunde an der Critical Power.
metric-variability-index = Variabilitätsindex
metric-variability-index-about = Wie ungleichmäßig die Leistung war: 1,00 ist völlig gleichmäßig.
metric-efficiency-factor = Effizienzfaktor
metric-efficiency-factor-about = Leistung pro Herzschlag; vergleiche nur Einheiten mit gleicher Sportart, ähnlichem Gelände und ähnlicher Wärme.
metric-decoupling = Aerobe Entkopplung
metric-decoupling-about = Wie weit die Leistung gegenüber der Herzfrequenz von der ersten zur zweiten Hälfte abfiel.
metric-w-balance-lowest = Tiefste W'-Bilanz
metric-w-balance-lowest-about = Das Wenigste, was von der Arbeit über der Critical Power übrig war.
metric-durability = Ermüdungsresistenz
metric-durability-about = Wie viel von der frischen Fünf-Minuten-Leistung spät in der Einheit übrig war.
metric-avg-speed = Mittlere Geschwindigkeit
metric-avg-speed-about = Distanz geteilt durch die Zeit mit laufender Uhr.
metric-graded-speed = Steigungsbereinigtes Tempo
metric-graded-speed-about = Das Tempo in der Ebene, das gleich viel gekostet hätte.
metric-normalized-graded-speed = Normalisiertes bereinigtes Tempo
metric-normalized-graded-speed-about = Steigungsbereinigtes Tempo, harte Abschnitte stärker gewichtet.
metric-run-tss = Belastung aus Tempo
metric-run-tss-about = 100 ist eine Stunde im Schwellentempo.
metric-swim-tss = Belastung aus Schwimmtempo
metric-swim-tss-about = 100 ist eine Stunde in der kritischen Schwimmgeschwindigkeit.
metric-avg-hr = Mittlere Herzfrequenz
metric-avg-hr-about = Mittlere Herzfrequenz.
metric-max-hr = Höchste Herzfrequenz der Einheit
metric-max-hr-about = Die höchste Sekunde.
metric-trimp = Trainingsimpuls (TRIMP)
metric-trimp-about = Minuten, gewichtet danach, wie hart das Herz gearbeitet hat.
metric-trimp-edwards = Impuls nach Edwards
metric-trimp-edwards-about = Minuten in fünf Zonen mal die Nummer der Zone.
metric-trimp-lucia = Impuls nach Lucia
metric-trimp-lucia-about = Minuten unter, zwischen und über beiden Schwellen, mal 1, 2 und 3.
metric-trimp-individual = Individueller Impuls
metric-trimp-individual-about = Wie der Trainingsimpuls, mit Gewichten aus dem eigenen Test des Athleten.
metric-hr-tss = Belastung aus Herzfrequenz
metric-hr-tss-about = 100 ist eine Stunde an der Schwellenherzfrequenz.
metric-session-rpe = Session-RPE
metric-session-rpe-about = Empfundene Anstrengung mal Minuten.
metric-tonnage = Gehobene Last
metric-tonnage-about = Wiederholungen mal Gewicht.
metric-estimated-max = Geschätztes Einer-Maximum
metric-estimated-max-about = Was einmal gehoben werden könnte, aus dem besten Satz.
metric-velocity-loss = Geschwindigkeitsverlust
metric-velocity-loss-about = Verlorene Geschwindigkeit von der besten zur letzten Wiederholung eines Satzes.
metric-polarisation-index = Polarisierungsindex
metric-polarisation-index-about = Über 2,00 mit wenig Zeit in der Mitte gilt die Einheit als polarisiert.
metric-cadence = Frequenz
metric-cadence-about = Schritte oder Umdrehungen pro Minute in Bewegung.
metric-ground-contact = Bodenkontaktzeit
metric-ground-contact-about = Zeit jedes Fußes am Boden.
metric-step-length = Schrittlänge
metric-step-length-about = Von einem Aufsetzen zum nächsten.
metric-vertical-oscillation = Vertikale Bewegung
metric-vertical-oscillation-about = Wie weit sich der Körper auf und ab bewegt.
metric-vertical-ratio = Vertikales Verhältnis
metric-vertical-ratio-about = Vertikale Bewegung pro Meter vorwärts.
metric-duty-factor = Kontaktanteil
metric-duty-factor-about = Anteil eines Doppelschritts, den jeder Fuß am Boden ist.
metric-contact-balance = Kontaktbalance, links
metric-contact-balance-about = Anteil des Bodenkontakts auf dem linken Fuß.
metric-asymmetry = Asymmetrie
metric-asymmetry-about = Unterschied der Füße geteilt durch ihr Mittel; vergleiche nur mit dem eigenen Üblichen des Athleten.
metric-leg-stiffness = Beinsteifigkeit
metric-leg-stiffness-about = Federung des Beins, nur in der Ebene und bei schnellerem Laufen.
metric-temperature = Temperatur
metric-temperature-about = Mittlere Temperatur am Gerät.
metric-resting-rmssd = rMSSD in Ruhe
metric-resting-rmssd-about = Herzfrequenzvariabilität einer Aufzeichnung in Ruhe.
metric-day-load = Tagesbelastung
metric-day-load-about = Belastung aller Einheiten des Tages.
metric-ctl = Fitness (CTL)
metric-ctl-about = Belastung von etwa den letzten sechs Wochen, Neueres stärker gewichtet.
metric-atl = Ermüdung (ATL)
metric-atl-about = Belastung von etwa der letzten Woche.
metric-form-morning = Form am Morgen
metric-form-morning-about = Fitness minus Ermüdung von gestern.
metric-form-evening = Form am Abend
metric-form-evening-about = Fitness minus Ermüdung nach dem Tag.
metric-ramp = Anstieg
metric-ramp-about = Fitnessgewinn in sieben Tagen.
metric-acwr-coupled = ACWR, gekoppelt
metric-acwr-coupled-about = Die letzte Woche gegenüber den letzten vier. Nur Kontext: Es sagt nicht, wer sich verletzt.
metric-acwr-uncoupled = ACWR, entkoppelt
metric-acwr-uncoupled-about = Die letzte Woche gegenüber den drei davor.
metric-acwr-ewma = ACWR, exponentiell
metric-acwr-ewma-about = Dasselbe Verhältnis mit abklingenden Gewichten.
metric-monotony = Monotonie
metric-monotony-about = Wie gleich die sieben Tage waren: das Mittel geteilt durch die Streuung.
metric-monotony-population = Monotonie (SD durch n)
metric-monotony-population-about = Monotonie, wie andere Programme sie berechnen, immer 1,08-mal die andere.
metric-strain = Beanspruchung
metric-strain-about = Belastung der Woche mal ihre Monotonie.
metric-session-spike = Einheit gegenüber 30 Tagen
metric-session-spike-about = Die längste Einheit des Tages geteilt durch die längste der 30 Tage davor.
metric-days-since-hard = Tage seit harter Einheit
metric-days-since-hard-about = Tage seit der letzten harten Einheit.
metric-session-density = Einheiten in sieben Tagen
metric-session-density-about = Einheiten in den sieben Tagen bis zu diesem.
metric-week-load = Wochenbelastung
metric-week-load-about = Belastung der bekannten Tage der Woche.
metric-week-minutes = Wochenzeit
metric-week-minutes-about = Trainingszeit der Woche.
metric-easy-share = Lockerer Anteil
metric-easy-share-about = Anteil der Wochenzeit in der lockeren Zone.
metric-adherence = Absolviert gegenüber Plan
metric-adherence-about = Absolvierte Belastung an geplanten Tagen gegenüber der geplanten.
metric-readiness = Bereitschaft
metric-readiness-about = Die Signale von heute gegenüber dem eigenen Üblichen des Athleten; 50 ist üblich.
metric-hrv = HRV, 7-Tage-Mittel
metric-hrv-about = Herzfrequenzvariabilität der Woche gegenüber der eigenen Spanne des Athleten.
metric-hrv-variation = HRV-Schwankung
metric-hrv-variation-about = Wie unruhig die HRV über die Woche war.
metric-resting-hr = Ruhepuls
metric-resting-hr-about = Herzfrequenz in Ruhe gegenüber dem eigenen Üblichen des Athleten.
metric-sleep-debt = Schlafdefizit
metric-sleep-debt-about = Fehlender Schlaf der letzten sieben Nächte.
metric-hooper = Hooper-Index
metric-hooper-about = Schlaf, Ermüdung, Stress und Muskelkater zusammengezählt: 4 ist sehr gut, 28 sehr schlecht.
metric-ftp = Schwellenleistung (FTP)
metric-ftp-about = Leistung, die sich etwa eine Stunde halten lässt.
metric-critical-power = Critical Power
metric-critical-power-about = Leistung, über der eine feste Menge Arbeit bleibt.
metric-w-prime = W'
metric-w-prime-about = Arbeit, die über der Critical Power möglich ist.
metric-critical-speed = Kritische Geschwindigkeit
metric-critical-speed-about = Geschwindigkeit, über der eine feste Strecke bleibt.
metric-d-prime = D'
metric-d-prime-about = Strecke, die sich über der kritischen Geschwindigkeit laufen lässt.
metric-threshold-speed = Schwellentempo
metric-threshold-speed-about = Tempo, das sich etwa eine Stunde halten lässt.
metric-swim-speed = Kritische Schwimmgeschwindigkeit
metric-swim-speed-about = Tempo, das sich im Wasser lange halten lässt.
metric-lthr = Schwellenherzfrequenz
metric-lthr-about = Herzfrequenz an der Schwelle.
metric-hr-max = Höchste Herzfrequenz
metric-hr-max-about = Das Höchste, was das Herz schafft.
metric-hr-rest = Ruhepuls, tiefster
metric-hr-rest-about = Tiefe Morgenwerte einer Woche.
metric-vt1 = Erste Schwelle
metric-vt1-about = Herzfrequenz an der ersten Schwelle.
metric-vt2 = Zweite Schwelle
metric-vt2-about = Herzfrequenz an der zweiten Schwelle.

aggregate-sum = addiert
aggregate-mean = Mittel über die Zeit
aggregate-highest = höchster
aggregate-lowest = tiefster
aggregate-last = neuester
aggregate-never = nie zusammengefasst
quantity-power = Leistung
quantity-speed = Tempo
quantity-heart-rate = Herzfrequenz
load-pace = aus Tempo
load-swim = aus Schwimmtempo
missing-not-steady = nicht gleichmäßig genug
missing-too-few-efforts = zu wenige harte Belastungen oder zu ähnlich lange
missing-set-aside = ausgenommen: Das Übliche gilt an diesen Tagen nicht

scheme-coggan-power = Coggan, nach FTP
scheme-coggan-heart = Coggan, nach Schwellenherzfrequenz
scheme-friel-run = Friel, Laufen
scheme-friel-ride = Friel, Rad
scheme-max-heart = nach höchster Herzfrequenz
scheme-three-zone = drei Zonen, nach VT1 und VT2
scheme-run-pace = nach Schwellentempo
scheme-swim-pace = nach kritischer Schwimmgeschwindigkeit
scheme-short-coggan-power = Coggan
scheme-short-coggan-heart = Coggan
scheme-short-friel-run = Friel
scheme-short-friel-ride = Friel
scheme-short-max-heart = vom Maximum
scheme-short-three-zone = 3 Zonen
scheme-short-run-pace = Schwelle
scheme-short-swim-pace = CSS
effort-race = Wettkampf
effort-time-trial = Zeittest
effort-laboratory = Labortest
method-twenty-minutes = 95 % der besten 20 Minuten
method-sixty-minutes = beste 60 Minuten
method-from-critical-power = aus Critical Power
method-hyperbola = Leistung über Zeit, 2 bis 20 Minuten
method-distance-time = Distanz über Zeit
method-from-critical-speed = aus kritischer Geschwindigkeit
method-race-equivalent = Ein-Stunden-Wettkampf, nach VDOT
method-time-trial = Herzfrequenz eines Zeittests
method-passive-heart = höchste 20-Minuten-Herzfrequenzen
method-highest-heart = höchste fünf Sekunden, zweimal gesehen
method-mornings = tiefe Morgenwerte einer Woche
predict-riegel = Riegel
predict-vdot = Daniels und Gilbert
predict-critical-speed = Kritische Geschwindigkeit
predict-vickers-one = Vickers und Vertosick, ein Wettkampf
predict-vickers-two = Vickers und Vertosick, zwei Wettkämpfe
mark-travel = Reise
mark-altitude = Höhe
mark-heat = Hitze
mark-cycle = Zyklus
mark-illness = Krankheit
mark-other = Sonstiges
doubt-scaled-up = Nur { $share } % der Zeit hatten einen brauchbaren Wert; der Rest ist hochgerechnet.
doubt-short = Nur aus { $time }: Ein so kurzer Wert sagt wenig.
doubt-sex-unknown = Das Geschlecht ist unbekannt: das Mittel beider Koeffizienten.
doubt-bridged = Die übliche Quelle fehlte; diese wurde mit { $scale } multipliziert, gelernt aus { $sessions } Einheiten.
doubt-unbridged = Die übliche Quelle fehlte, und ein Maßstab zwischen den beiden ist noch nicht bekannt.
doubt-rough-height = Höhe aus Satelliten: Die Steigungen sind ungenau.
doubt-taken-as-flat = Keine Höhe aufgezeichnet: Das Gelände gilt als flach.
doubt-threshold-too-low = Unter null: Die zugrunde liegende Schwelle ist zu niedrig.
doubt-warmer = { $difference } wärmer in der zweiten Hälfte.
evidence-0 = eine Festlegung dieses Programms
evidence-1 = Konvention unter Coaches
evidence-2 = schwache oder uneinheitliche Studien
evidence-3 = einige Studien
evidence-4 = große oder wiederholte Studien
evidence-5 = mehrere übereinstimmende Studien oder direkt gemessen
intervention-keep = Woche lassen, wie sie ist
intervention-reduce-intensity = Gleicher Tag, weniger hart
intervention-shorten = Kürzer
intervention-swap-days = Anderer Tag
intervention-replace = Andere Einheit
intervention-extend-recovery = Mehr Erholung
intervention-raise-volume = Etwas mehr
intervention-needs-you = Braucht deine Entscheidung

alternative-lighter = Eine leichtere Woche
alternative-fewer-days = Ein Trainingstag weniger
alternative-less-quality = Eine Qualitätseinheit weniger
alternative-as-last-week = Noch einmal wie letzte Woche
## end of labels

## Import messages and faults (fault-<code>-what, fault-<code>-next)

unassigned-name = Noch zuzuordnen

key-in-keychain = im Schlüsselbund dieses Computers
key-in-file = in einer Datei, die nur du lesen kannst

guess-nobody = Weder Gerät noch Name noch Vorgeschichte sprechen für jemanden hier.
guess-perhaps = Vielleicht { $name } ({ $percent } von 100), nicht sicher genug. { $why }
guess-reason-named = Du hast den Athleten genannt.
guess-reason-device = Das Gerät { $serial } kam bei diesem Athleten schon vor.
guess-reason-name-in-file = Der Name steht in der Datei.
guess-reason-name-in-path = Der Name steht im Pfad der Datei.
guess-reason-part-of-name = Ein Teil des Namens steht im Pfad oder in der Datei, und sonst heißt hier niemand so.
guess-reason-same-activity = Sie gleicht einer Aktivität dieses Athleten, { $score } von 100.
guess-reason-place = { $share } % der Einheiten dieser Sportart beginnen bei diesem Athleten hier in der Nähe.
guess-reason-pace = Das Tempo liegt { $deviations } Standardabweichungen neben dem üblichen.
guess-reason-only-one = Niemand sonst hier trainiert diese Sportart.
guess-reason-planned = An diesem Tag ist eine Einheit dieser Sportart geplant.

same-evidence-start = Die Startzeiten { $seconds ->
    [0] sind gleich.
    [1] liegen eine Sekunde auseinander.
   *[other] liegen { $seconds } Sekunden auseinander.
}
same-evidence-zone-shift = Die Uhren liegen { $minutes } Minuten auseinander, wie zwei Zeitzonen.
same-evidence-duration = { $share ->
    [0] Sie dauern gleich lang.
   *[other] Die Dauern unterscheiden sich um { $share } %.
}
same-evidence-distance = { $share ->
    [0] Die Strecken sind gleich lang.
   *[other] Die Strecken unterscheiden sich um { $share } %.
}
same-evidence-heart-rate = Die Herzfrequenzen korrelieren mit { $correlation } über { $minutes } Minuten.
same-evidence-place = { $same ->
    [yes] Sie begannen am selben Ort.
   *[no] Sie begannen an verschiedenen Orten.
}
same-evidence-other-sport = Die Geräte nennen verschiedene Sportarten.

import-imported = { $activities ->
    [1] Eine Aktivität
   *[other] { $activities } Aktivitäten
}{ $repairs ->
    [0] .
    [1] , mit einer Korrektur.
   *[other] , mit { $repairs } Korrekturen.
}
import-linked = Dieselbe Aktivität ist schon aus { $file } hier: Beide bleiben, und die Belastung zählt einmal. { $why }
import-linked-richer = Dieselbe Aktivität ist schon aus { $file } hier; diese Datei hat mehr gemessen und zählt ab jetzt, und die Belastung zählt einmal. { $why }
import-kept-apart = Du hast gesagt, dass es eine andere Aktivität ist als die aus { $file }: Beide zählen.
import-maybe-same = Vielleicht ist es dieselbe Aktivität wie die aus { $file }: Beide zählen, bis du sie verknüpfst. { $why }
import-brought-back = Sie wurde schon einmal zurückgenommen und ist wieder da.
import-outside = Die Datei ist zu groß, um in den Kader kopiert zu werden: Was gelesen wurde, bleibt, die Datei bleibt, wo sie ist.
import-templates = { $sessions ->
    [1] Eine Einheit wurde zur Bibliothek hinzugefügt.
   *[other] { $sessions } Einheiten wurden zur Bibliothek hinzugefügt.
}
import-wellness-left = Die Zeilen von { $names } wurden ausgelassen: So heißt hier niemand. Füge den Athleten hinzu und importiere die Datei noch einmal.
import-skipped = Du hast sie ausgelassen.
import-changed = Die Datei hat sich geändert, nachdem du sie angesehen hast, und wurde ausgelassen. Importiere sie noch einmal, um zu sehen, was jetzt darin steht.
import-twice = Dieselben Bytes stehen weiter oben in dieser Liste: { $first }.
import-duplicate = Dieselben Bytes sind schon hier: { $first }, importiert am { $day }.
import-wellness = { $values ->
    [0] Keine neuen Wellnesswerte
    [1] Ein Wellnesswert
   *[other] { $values } Wellnesswerte
}{ $notes ->
    [0] .
    [1] ; eine Stelle ließ sich nicht unverändert übernehmen.
   *[other] ; { $notes } Stellen ließen sich nicht unverändert übernehmen.
}
note-not-a-date = Zeile { $line }: „{ $cell }“ ist kein Datum; schreib es wie 2026-11-21.
note-not-a-number = Zeile { $line }, { $column }: „{ $cell }“ ist keine Zahl.
note-out-of-range = Zeile { $line }, { $column }: { $cell } liegt außerhalb dessen, was ein Mensch haben kann.
note-unknown-column = Die Spalte „{ $column }“ ist unbekannt und wurde ausgelassen.
note-repeated-day = Zeile { $line }, { $column }: Der Tag kommt zweimal vor; die spätere Zeile zählt.
import-wellness-nobody = Die Datei enthält Wellnesswerte und nennt niemanden aus dem Kader ({ $detail }). Sag, von wem sie sind, und importiere sie noch einmal.
import-routed = { $what } Die Datei wird aufbewahrt; sie bringt kein Training.
import-cannot-open = Die Datei ließ sich nicht öffnen ({ $detail }). Prüfe, ob sie noch da ist und du sie lesen darfst.
import-plan-file = Das ist eine Plandatei, keine Aufzeichnung. Zieh sie allein ins Fenster oder öffne sie in den Einstellungen mit „Plandatei lesen“.
import-return-file = Das ist eine Rückgabedatei, keine Aufzeichnung. Zieh sie allein ins Fenster oder öffne sie auf der Seite des Athleten mit „Zurückgeschicktes lesen“.

copy-said = Jemand hat gesagt, dass es dieselbe Aktivität ist.

morning-fault-nobody = Niemand hier heißt „{ $name }“.
morning-fault-several = „{ $name }“ passt auf { $count } Athleten; schreib mehr vom Namen.
morning-fault-unknown-word = „{ $word }“ ist kein Wert, den Trackside kennt.
morning-fault-no-number = „{ $word }“ braucht eine Zahl dahinter.
morning-fault-out-of-range = { $name }: { $value } liegt außerhalb von { $low } bis { $high }.
morning-fault-nothing = Die Zeile nennt einen Athleten und keinen Wert.

watch-gone = Der Ordner { $path } ist nicht da. Schließe das Laufwerk an oder wähle einen anderen Ordner.
watch-refused = Das System meldet neue Dateien in diesem Ordner nicht ({ $detail }). Wähle einen anderen Ordner oder importiere ihn von Hand.

report-file = Import
report-heading-file = Datei
report-heading-outcome = Ergebnis
report-heading-athlete = Athlet
report-heading-why = Warum dieser Athlet
report-heading-activities = Aktivitäten
report-heading-wellness = Wellnesswerte
report-heading-templates = Einheiten für die Bibliothek
report-heading-sessions = Geplante Einheiten
report-heading-repairs = Korrekturen
report-heading-message = Was geschah
report-heading-hash = Kennung (blake3)

routed-workout = Ein Workout für ein Gerät.
routed-course = Eine Strecke für ein Gerät.
routed-monitoring = Tagesaufzeichnung eines Geräts.
routed-settings = Einstellungen eines Geräts.
routed-totals = Summen eines Geräts.
routed-other = Eine Gerätedatei, die keine Aktivität ist.

fault-no-roster-what = Kein Kader ist geöffnet.
fault-no-roster-next = Öffne eine Kaderdatei oder lege eine neue an.
fault-file-exists-what = { $path } ist schon da.
fault-file-exists-next = Wähle einen anderen Namen oder öffne stattdessen diese Datei.
fault-roster-missing-what = { $path } ist nicht da.
fault-roster-missing-next = Liegt er auf einem Laufwerk, das nicht angeschlossen ist, schließe es an und versuche es noch einmal. Sonst prüfe den Pfad oder öffne einen anderen Kader.
fault-not-a-roster-what = { $path } ist kein Kader von Trackside.
fault-not-a-roster-next = Wähle eine Datei, die auf .trackside endet; nichts wurde geändert.
fault-roster-newer-what = { $path } wurde von einer neueren Version von Trackside geschrieben.
fault-roster-newer-next = Aktualisiere Trackside und öffne die Datei dann noch einmal; nichts wurde geändert.
fault-roster-diverged-what = { $path } passt zu keiner Version von Trackside.
fault-roster-diverged-next = Öffne eine Sicherung davon; nichts wurde geändert.
fault-roster-busy-what = Ein anderes Programm schreibt in diesen Kader.
fault-roster-busy-next = Schließe das andere Programm und versuche es noch einmal.
fault-roster-damaged-what = Ein Teil dieses Kaders ist nicht lesbar.
fault-roster-damaged-next = Behalte die Datei. Einstellungen, Sicherungen: Stelle die neueste gute her, oder rette, was noch lesbar ist.
fault-disk-full-what = Der Datenträger ist voll; nichts wurde geändert.
fault-disk-full-next = Schaffe Platz und versuche es noch einmal.
fault-no-such-what = { $asked } ist nicht in diesem Kader.
fault-no-such-next = Vielleicht wurde es anderswo geändert; öffne die Seite noch einmal.
fault-unreadable-what = { $path } ist nicht lesbar ({ $detail }).
fault-unreadable-next = Prüfe, ob die Datei da ist und du sie lesen darfst.
fault-unwritable-what = { $path } lässt sich nicht schreiben ({ $detail }).
fault-unwritable-next = Prüfe den Ordner und den freien Platz oder wähle einen anderen Ordner.
fault-no-athlete-what = In diesem Kader gibt es keinen Athleten { $asked }.
fault-no-athlete-next = Prüfe den Namen oder füge den Athleten zuerst hinzu.
fault-which-athlete-what = { $asked } passt auf { $count } Athleten.
fault-which-athlete-next = Schreib den ganzen Namen.
fault-no-activity-here-what = In diesem Kader gibt es keine Aktivität { $asked }.
fault-no-activity-here-next = Öffne die Seite des Athleten und wähle aus der Liste.
fault-no-import-what = In diesem Kader gibt es keinen Import { $asked }.
fault-no-import-next = Such die Kennung in der Liste der Importe.
fault-no-plan-what = Für { $week } ist noch nichts geplant.
fault-no-plan-next = Lass die Woche zuerst vorschlagen.
fault-week-past-what = { $week } ist vorbei.
fault-week-past-next = Wähle diese oder eine spätere Woche.
fault-week-approved-what = { $week } ist freigegeben: Nichts darin wird neu vorgeschlagen.
fault-week-approved-next = Nimm zuerst die Freigabe zurück oder ändere einzelne Einheiten.
fault-revert-breaks-what = Wie vorgeschlagen würde die Einheit Grenzen verletzen: { $detail }
fault-revert-breaks-next = Mach die Änderungen einzeln rückgängig: Dort kannst du darauf bestehen.
fault-inputs-gone-what = Was die Engine für { $week } wusste, wurde nicht aufbewahrt, oder eine andere Version von Trackside hat es aufbewahrt.
fault-inputs-gone-next = Lass die Woche noch einmal vorschlagen; ab dann wird es aufbewahrt.
fault-which-session-what = Für die Änderung { $change } wurde keine Einheit genannt.
fault-which-session-next = Wähle zuerst eine Einheit.
fault-impossible-what = Diese Änderung ist nicht möglich: { $detail }.
fault-impossible-next = Zeig die Woche noch einmal an und wähle aus dem, was dort steht.
fault-name-taken-what = { $name } ist schon in diesem Kader.
fault-name-taken-next = Öffne diesen Athleten oder schreib einen Namen, der die beiden unterscheidet.
fault-no-zone-what = { $zone } ist keine Zeitzone.
fault-no-zone-next = Schreib sie wie Europe/Berlin.
fault-out-of-range-what = { $name }: { $value } liegt außerhalb von { $low } bis { $high }.
fault-out-of-range-next = Korrigiere den Wert; nichts wurde geändert.
fault-too-low-what = { $name }: { $value } liegt unter { $low }.
fault-too-low-next = Korrigiere den Wert; nichts wurde geändert.
fault-bad-text-what = { $name } ist leer oder länger als { $longest } Zeichen.
fault-bad-text-next = Korrigiere den Text; nichts wurde geändert.
fault-ends-before-start-what = { $to } liegt vor { $from }.
fault-ends-before-start-next = Vertausche die beiden Tage.
fault-bad-start-what = Eine Aktivität kann nicht um { $start } begonnen haben; für diesen Athleten ist es jetzt { $now }.
fault-bad-start-next = Korrigiere Tag und Uhrzeit; nichts wurde geändert.
fault-day-to-come-what = { $day } kommt erst noch; heute ist { $today }.
fault-day-to-come-next = Wähle heute oder einen früheren Tag; nichts wurde behalten.
fault-morning-unclear-what = { $lines ->
    [one] Eine Zeile wurde
   *[other] { $lines } Zeilen wurden
} nicht verstanden, also wurde nichts behalten.
fault-morning-unclear-next = Korrigiere, was oben genannt ist, und behalte es dann noch einmal.
fault-no-positions-what = Diese Aktivität hat keine Positionen, und daraus besteht eine GPX-Datei.
fault-no-positions-next = Wähle FIT, TCX oder CSV.
fault-original-elsewhere-what = { $name } war zu groß, um in den Kader kopiert zu werden; die Datei blieb, wo sie war.
fault-original-elsewhere-next = Such sie dort, wo du sie importiert hast, oder exportiere die Aktivität als FIT.
fault-place-withheld-what = Das Original sagt, wo { $athlete } war, und { $athlete } stimmt der Verwendung nicht zu.
fault-place-withheld-next = Wähle FIT, TCX oder CSV: Sie werden ohne Positionen geschrieben.
fault-entered-refused-what = Die Aktivität wurde nicht behalten: { $detail }
fault-entered-refused-next = Korrigiere die Eingabe; nichts wurde geändert.
fault-no-preview-what = Diese Vorschau gibt es nicht mehr.
fault-no-preview-next = Zieh die Dateien noch einmal herein, um zu sehen, was aus ihnen würde.
fault-bytes-gone-what = Die Dateien dieses Imports sind nicht mehr hier.
fault-bytes-gone-next = Wähle die Dateien noch einmal; was schon hereinkam, bleibt und wird nicht zweimal gelesen.
fault-batch-runs-what = Dieser Import läuft noch.
fault-batch-runs-next = Warte, bis er fertig ist, oder brich ihn zuerst ab.
fault-batch-ended-what = Dieser Import ist zu Ende; nichts davon ist noch zu tun.
fault-batch-ended-next = Importiere die Dateien noch einmal, falls welche fehlen; was hier ist, wird nicht zweimal gelesen.
fault-batch-undone-what = Dieser Import wurde schon zurückgenommen.
fault-batch-undone-next = Hole ihn zuerst wieder herein, wenn du ihn zurückhaben willst.
fault-batch-here-what = Dieser Import wurde nicht zurückgenommen.
fault-batch-here-next = Sieh die Liste der Importe durch: Was er gebracht hat, ist hier.
fault-columns-unclear-what = Aus diesen Spalten wird keine Tabelle von Morgenwerten.
fault-columns-unclear-next = Bestimme genau eine Spalte als Tag und mindestens eine als Wert, jeden Wert einmal.
fault-two-athletes-what = Diese Aktivitäten gehören zwei Athleten.
fault-two-athletes-next = Gib zuerst beide einem Athleten.
fault-one-activity-what = Eine Aktivität kann keine Kopie ihrer selbst oder einer ihrer Kopien sein.
fault-one-activity-next = Wähle die Aufzeichnung, die zählen soll, und verknüpfe die anderen damit.
fault-not-a-folder-what = { $path } ist kein Ordner auf diesem Computer.
fault-not-a-folder-next = Wähle einen Ordner mit seinem ganzen Pfad.
fault-not-base64-what = Die Bytes kamen nicht vollständig an.
fault-not-base64-next = Versuche es noch einmal.
fault-key-damaged-what = Der Signaturschlüssel in { $path } ist beschädigt.
fault-key-damaged-next = Spiele seine Sicherung zurück. Gibt es keine, räum die Datei weg: Ein neuer Schlüssel entsteht, und wer den alten kennt, muss den neuen kennenlernen.
fault-keychain-what = Der Schlüsselbund gibt den Signaturschlüssel nicht heraus ({ $detail }).
fault-keychain-next = Entsperre den Schlüsselbund und versuche es noch einmal.
fault-no-randomness-what = Das System liefert keinen Zufall, aus dem ein Schlüssel entstehen kann.
fault-no-randomness-next = Starte den Computer neu und versuche es noch einmal.
fault-no-home-what = Das System nennt keinen Ordner für deine Daten.
fault-no-home-next = Setze TRACKSIDE_HOME auf einen eigenen Ordner.
fault-hermetic-what = Das ist ein Testlauf, und er wollte deinen eigenen Datenordner.
fault-hermetic-next = Setze TRACKSIDE_HOME auf einen vorübergehenden Ordner.
fault-not-an-estimate-what = Keine Schätzung von { $name } lässt diesen Wert zu.
fault-not-an-estimate-next = Sieh dir die Schätzungen noch einmal an oder setze den Wert von Hand in den Einstellungen.
fault-result-gone-what = Dieses Ergebnis wurde schon korrigiert oder zurückgenommen.
fault-result-gone-next = Öffne die Ergebnisse noch einmal und wähle das neueste.
fault-result-says-nothing-what = Aus diesem Ergebnis lässt sich noch nichts lernen.
fault-result-says-nothing-next = Ergänze die Distanz (beim Laufen und Schwimmen nötig), die mittlere Leistung oder die Herzfrequenz.
fault-not-theirs-what = { $name } gehört einem anderen Athleten, nicht { $athlete }.
fault-not-theirs-next = Wähle etwas, das { $athlete } gehört, oder lass es weg.
fault-other-day-what = Die Aktivität ist von { $activity }, das Ergebnis von { $result }.
fault-other-day-next = Korrigiere den Tag des Ergebnisses oder wähle die Aktivität dieses Tages.
fault-season-gone-what = Diese Saison wurde schon ersetzt oder zurückgenommen.
fault-season-gone-next = Öffne die Saison noch einmal und mach mit dem weiter, was dort steht.
fault-mark-gone-what = Diese Markierung wurde schon ersetzt oder zurückgenommen.
fault-mark-gone-next = Öffne die Markierungen noch einmal und wähle aus dem, was dort steht.
fault-cycle-not-allowed-what = { $athlete } hat Markierungen zum Zyklus nicht zugestimmt.
fault-cycle-not-allowed-next = Frag { $athlete } zuerst; ein Ja lässt sich jederzeit zurücknehmen.
fault-health-withheld-what = { $athlete } stimmt der Verwendung von Gesundheitsdaten nicht zu, und Markierungen sagen, warum ein Tag anders ist als andere.
fault-health-withheld-next = Frag { $athlete } zuerst; ein Ja lässt sich jederzeit zurücknehmen.
fault-mark-no-size-what = Eine Markierung dieser Art ({ $kind }) hat keine Größe.
fault-mark-no-size-next = Lass die Zahl weg oder schreib sie in die Notiz.
fault-no-profile-what = Diese Aktivität hat keine Höhen entlang einer Strecke von mindestens { $length }.
fault-no-profile-next = Wähle eine Aktivität auf der Strecke, die Distanz und Höhe aufgezeichnet hat.
fault-rule-fixed-what = Diese Regel lässt sich nicht einstellen.
fault-rule-fixed-next = Wähle eine Regel aus der Liste.
fault-rule-stays-on-what = Krankheit und Schmerz werden immer gezeigt.
fault-rule-stays-on-next = Lass die Regel an; nichts wurde geändert.
fault-rule-has-no-number-what = Diese Regel vergleicht mit keiner Zahl.
fault-rule-has-no-number-next = Schalte sie nur ein oder aus; nichts wurde geändert.
fault-cancelled-what = Abgebrochen.
fault-cancelled-next = Was vorher fertig war, bleibt; starte neu, um weiterzumachen.
fault-bad-call-what = Trackside versteht den Aufruf { $call } nicht.
fault-bad-call-next = Prüfe den Namen und die Argumente.
fault-internal-what = In Trackside ist etwas schiefgegangen; nichts wurde geändert.
fault-internal-next = Versuche es noch einmal. Passiert es wieder, melde die Nummer unten.

fault-file-empty-what = Die Datei ist leer.
fault-file-empty-next = Kopiere sie noch einmal vom Gerät.
fault-file-too-large-what = Die Datei hat { $bytes } Bytes, mehr als jede Aufzeichnung.
fault-file-too-large-next = Prüfe, ob es die richtige Datei ist.
fault-format-unknown-what = Trackside weiß nicht, was diese Datei ist; weder Inhalt noch Name verraten es.
fault-format-unknown-next = Wenn sie Training enthält, exportiere es aus Gerät oder Dienst als FIT, TCX oder GPX; eine Tabelle braucht Überschriften in der ersten Zeile.
fault-format-not-yet-what = Das ist eine { $format }-Datei; solche liest Trackside noch nicht.
fault-format-not-yet-next = Exportiere die Aktivität als FIT.
fault-file-unreadable-what = In dieser Datei war nichts lesbar (sie bricht bei Byte { $at } ab).
fault-file-unreadable-next = Kopiere sie noch einmal vom Gerät.
fault-no-activity-what = Die Datei enthält keine Aktivität ({ $messages } Nachrichten gelesen).
fault-no-activity-next = Prüfe, ob es die richtige Datei ist.
fault-decoder-failed-what = Diese Datei bringt den Decoder durcheinander ({ $messages } Nachrichten gelesen).
fault-decoder-failed-next = Behalte die Datei; exportiere die Aktivität noch einmal aus dem Dienst des Geräts.
fault-several-people-what = Diese Datei einer Waage enthält die Gewichte von { $people } Personen und sagt nicht, wer sie sind.
fault-several-people-next = Exportiere die Gewichte einer Person aus dem Dienst der Waage oder gib sie von Hand ein.
fault-wellness-heading-what = Dieser Tabelle fehlt die Überschrift { $missing }.
fault-wellness-heading-next = Gib der ersten Zeile die Überschrift date und mindestens einen Wellnesswert.
fault-wellness-no-values-what = Keine der { $rows } Zeilen enthält einen lesbaren Wert.
fault-wellness-no-values-next = Prüfe die Überschriften und die Daten (2026-11-21).
fault-needs-columns-what = Noch hat niemand gesagt, was die { $count } Spalten dieser Tabelle bedeuten ({ $headings }).
fault-needs-columns-next = Benenne die Spalten einmal in der Importprüfung; gleiche Tabellen werden dann von selbst gelesen.
fault-no-date-what = Weder die Datei noch ihr Name sagt, an welchem Tag sie aufgezeichnet wurde.
fault-no-date-next = Schreib den Tag in den Namen, wie 2026-11-22.csv, und importiere sie noch einmal.
fault-no-threshold-what = Dieses Workout ist in Watt geschrieben und sagt nicht, für welche Schwellenleistung.
fault-no-threshold-next = Speichere es in Anteilen der Schwelle (als MRC oder ZWO) oder leg die Einheit hier an.
fault-text-broken-what = Diese { $format }-Datei bricht bei Byte { $at } ab oder ist dort beschädigt; davor war nichts verwendbar.
fault-text-broken-next = Exportiere sie noch einmal aus Gerät oder Dienst, wenn möglich als FIT.
fault-entities-refused-what = Diese Datei definiert eigene Textbausteine (Entities). Kein Gerät schreibt so etwas, und es kann den Speicher eines Computers füllen.
fault-entities-refused-next = Verwende sie nur, wenn du weißt, wer sie gemacht hat; exportiere die Aktivität noch einmal.
fault-too-deep-what = Diese Datei ist { $depth } Ebenen tief verschachtelt, mehr als jedes Gerät schreibt.
fault-too-deep-next = Exportiere die Aktivität noch einmal aus Gerät oder Dienst.
fault-archive-bad-what = Dieses Archiv lässt sich nicht öffnen ({ $detail }).
fault-archive-bad-next = Lade oder kopiere es noch einmal, oder entpacke es und importiere den Ordner.
fault-archive-locked-what = Dieses Archiv braucht ein Passwort.
fault-archive-locked-next = Entpacke es mit seinem Passwort und importiere den Ordner.
fault-archive-bomb-what = Dieses Archiv würde entpackt mehr als die erlaubten { $limit } MB belegen.
fault-archive-bomb-next = Prüfe, woher es kommt; ist es deines, entpacke es und importiere den Ordner in Teilen.
fault-archive-outside-what = Eine Datei im Archiv will außerhalb davon abgelegt werden ({ $name }); sie wurde nicht gelesen.
fault-archive-outside-next = Trau diesem Archiv nicht; die anderen Dateien darin wurden wie üblich gelesen.
fault-archive-deep-what = Dieses Archiv liegt in einem Archiv in einem Archiv; Trackside öffnet zwei ineinander.
fault-archive-deep-next = Entpacke das äußere und importiere den Ordner.

fault-signed-too-large-what = Die Datei hat { $bytes } Bytes; eine dieser Art hat höchstens { $limit }.
fault-signed-too-large-next = Prüfe, ob es die richtige Datei ist.
fault-signed-other-kind-what = Das ist keine Datei der erwarteten Art, oder sie ist beschädigt.
fault-signed-other-kind-next = Prüfe, ob es die richtige Datei ist; wenn ja, bitte den Verfasser, sie noch einmal zu senden.
fault-signed-newer-what = Die Datei hat Version { $found }; dieses Programm liest bis { $known }.
fault-signed-newer-next = Aktualisiere Trackside und öffne sie dann noch einmal.
fault-signed-field-what = Die Datei enthält einen Wert, den es nicht geben kann ({ $field }).
fault-signed-field-next = Bitte den Verfasser, sie noch einmal zu senden.
fault-signed-not-canonical-what = Die Datei wurde nach dem Signieren verändert (bei Byte { $at }).
fault-signed-not-canonical-next = Verwende sie nicht; bitte den Verfasser, sie noch einmal zu senden.
fault-signed-key-what = Der Schlüssel in der Datei ist kein Schlüssel.
fault-signed-key-next = Verwende sie nicht; bitte den Verfasser, sie noch einmal zu senden.
fault-signed-signature-what = Die Signatur der Datei passt nicht zum Inhalt: Jemand oder etwas hat sie verändert.
fault-signed-signature-next = Verwende sie nicht; bitte den Verfasser, sie noch einmal zu senden.
fault-signed-too-deep-what = Die Datei ist tiefer verschachtelt als jede Datei von Trackside (bei Byte { $at }).
fault-signed-too-deep-next = Verwende sie nicht; sie wurde nicht von Trackside geschrieben.
fault-signed-huge-number-what = Die Datei enthält eine Zahl, die es nicht geben kann (bei Byte { $at }).
fault-signed-huge-number-next = Verwende sie nicht; sie wurde nicht von Trackside geschrieben.
fault-signed-control-character-what = Die Datei enthält ein verstecktes Steuerzeichen (bei Byte { $at }).
fault-signed-control-character-next = Verwende sie nicht; bitte den Verfasser, den Text neu zu schreiben.
fault-signed-not-writable-what = Die Datei enthielte einen Wert, den kein Leser annimmt ({ $detail }).
fault-signed-not-writable-next = Suche nach seltsamen Zahlen oder Zeichen in dem, was geschrieben werden soll, und versuche es noch einmal.

value-row = Zeile
value-weeks = Wochen
value-version = Die Version
value-ftp = Schwellenleistung (FTP)
value-lthr = Schwellenherzfrequenz
value-hr-max = Höchste Herzfrequenz
value-hr-rest = Ruhepuls
value-threshold-speed = Schwellengeschwindigkeit
value-body-mass = Körpergewicht
value-critical-power = Critical Power
value-w-prime = Arbeit über der Critical Power
value-critical-speed = Kritische Geschwindigkeit
value-d-prime = Strecke über der kritischen Geschwindigkeit
value-swim-speed = Kritische Schwimmgeschwindigkeit
value-height = Größe
value-sleep-need = Schlafbedarf
value-impulse-a = Faktor des Trainingsimpulses
value-impulse-b = Exponent des Trainingsimpulses
value-vt1 = Herzfrequenz an der ersten Schwelle
value-vt2 = Herzfrequenz an der zweiten Schwelle
value-injury = Verletzung
value-minutes = Minuten
value-rpe = Empfundene Anstrengung
value-resting-hr = Ruhepuls
value-rmssd = rMSSD
value-sleep = Schlaf
value-sleep-quality = Schlafqualität
value-fatigue = Frische
value-soreness = Muskelkater
value-stress = Stress
value-mood = Stimmung
value-illness = Krankheit
value-pain = Schmerz
value-name = Der Name
value-squad = Der Name der Gruppe
value-race = Der Name des Wettkampfs
value-note = Die Notiz
value-reason = Der Text des Grundes
value-distance = Distanz in Metern
value-sets = Die Anzahl der Sätze
value-reps = Wiederholungen
value-weight = Gewicht
value-title = Der Titel
value-exercise = Die Übung
value-comment = Der Kommentar
value-sdnn = SDNN
value-sleep-score = Schlafwert
value-device-stress = Stress laut Gerät
value-device-readiness = Bereitschaft laut Gerät
value-spo2 = Blutsauerstoff
value-respiration = Atemzüge pro Minute
value-steps = Schritte
value-body-fat = Körperfett
value-injured = Verletzt
value-fever = Fieber
value-activity = Die Aktivität
value-season-race = Der Wettkampf
value-season-weeks = Wochen einer Saison
value-chart-size = Größe des Diagramms in Bytes
value-season-base = Belastung der Basiswoche
value-season-share = Anteil der Basis in Prozent
value-season-long-share = Anteil der langen Einheit in Prozent
value-season-quality = Qualitätseinheiten
value-season-strength = Krafteinheiten
value-season-content = Was trainiert wird
value-season-peak = Belastung der höchsten Woche
value-season-fitness = Angestrebte Fitness
value-season-goal-week = Woche des Ziels
value-result-time = Zeit in Sekunden
value-result-speed = Meter pro Sekunde
value-power = Mittlere Leistung
value-heart = Herzfrequenz
value-temperature = Temperatur
value-humidity = Luftfeuchte
value-altitude = Höhe in Metern
value-race-distance = Distanz in Metern
value-leg = Länge einer Teilstrecke in Metern
value-course-speed = Geschwindigkeit der schnellsten Teilstrecke, Meter pro Sekunde
value-mark-zones = Zeitzonen
value-mark-days-ahead = Tage im Voraus
value-rule-limit = Die Zahl der Regel
value-limit-hr-min = Tiefste Herzfrequenz
value-limit-hr-max = Höchste Herzfrequenz
value-limit-hr-step = Schnellste Änderung der Herzfrequenz
value-limit-power = Höchste Leistung
value-limit-run-speed = Höchste Laufgeschwindigkeit
value-limit-climb = Schnellste Änderung der Höhe

fault-no-front-end-what = Die Oberfläche ist nicht da.
fault-no-front-end-next = Baue sie mit cargo xtask ui oder nenne ihren Ordner mit --ui.
fault-cannot-listen-what = Port { $port } lässt sich nicht öffnen ({ $detail }).
fault-cannot-listen-next = Lass --port weg, dann wird ein freier genommen.

# Time, blocks and the planner's limits
fault-which-athletes-what = Eine Ausnahme gilt für mindestens einen Athleten, eine Korrektur für genau einen.
fault-which-athletes-next = Wähle, für wen sie gilt; nichts wurde geändert.
fault-exception-gone-what = Diese Ausnahme wurde schon ersetzt oder zurückgenommen.
fault-exception-gone-next = Zeig die Woche noch einmal an und beginne mit dem, was dort steht.
fault-block-gone-what = Dieser Termin wurde schon ersetzt oder zurückgenommen.
fault-block-gone-next = Zeig die Termine noch einmal an und beginne mit dem, was dort steht.
fault-block-without-day-what = Keiner der gewählten Wochentage liegt zwischen dem ersten und dem letzten Tag.
fault-block-without-day-next = Wähle einen Wochentag dazwischen oder andere Tage; nichts wurde geändert.
fault-block-elsewhere-what = { $name } findet an keinem Tag von { $week } statt.
fault-block-elsewhere-next = Wähle eine Woche zwischen dem ersten und dem letzten Tag.
value-block = Der Name des Termins
value-days = Die Anzahl der Tage
value-bound-day = Minuten am Tag
value-bound-week = Minuten in der Woche
value-bound-load = Punkte in der Woche
value-bound-quality = Qualitätseinheiten in der Woche
value-bound-spacing = Stunden zwischen Qualitätseinheiten
value-bound-rest = Ruhetage in der Woche
value-bound-ramp = Anstieg in Prozent

## end of faults

## Charts

chart-load = Belastung
chart-fitness = Fitness (CTL)
chart-fatigue = Ermüdung (ATL)
chart-form = Form (TSB)
chart-day = Tag
chart-race = Wettkampf
chart-phase = Phase
chart-settings = Einstellungen
chart-changed = geändert
chart-settings-changed = Einstellungen geändert
chart-load-daily = Tagesbelastung
chart-load-weekly = Belastung pro Woche
chart-load-monthly = Belastung pro Monat
chart-planned-load = Geplante Belastung
chart-nothing-planned = nichts geplant
chart-expected-fitness = Fitness, wenn so trainiert
chart-expected-fatigue = Ermüdung, wenn so trainiert
chart-expected-form = Form, wenn so trainiert
chart-injured = verletzt
chart-note = Notiz
chart-mark = { $day }: { $what }
chart-phase-begins = { $phase } beginnt
chart-unknown = unbekannt
chart-unknown-days = { $days } unbekannt
chart-load-empty = Noch keine Belastung. Importiere Aktivitäten; mit der ersten beginnt der Verlauf.
chart-load-title = Belastung von { $from } bis { $to }. Die Fitness ging von { $before } auf { $fitness }; Ermüdung { $fatigue }, Form { $form }. { $unknown ->
    [0] Jeder Tag ist bekannt.
    [one] Ein Tag ist unbekannt.
   *[other] { $unknown } Tage sind unbekannt.
  }
chart-spark-empty = Keine Belastung in diesen Tagen bekannt
chart-spark-title = Belastung { $load } in { $days } Tagen, { $unknown } unbekannt
chart-readiness = Bereitschaft
chart-readiness-empty = Noch keine Bereitschaft: Sie braucht einige Tage mit Schlaf, Herzfrequenzvariabilität oder Antworten vom Morgen.
chart-readiness-title = Bereitschaft von { $from } bis { $to }. { $score } von 100 am { $on }, Spanne { $low } bis { $high }; 50 ist das eigene Übliche. { $missing ->
    [0] Kein Tag fehlt.
    [one] Ein Tag fehlt.
   *[other] { $missing } Tage fehlen.
  } { $ill ->
    [0] Kein Tag mit Krankheit.
    [one] Ein Tag mit Krankheit.
   *[other] { $ill } Tage mit Krankheit.
  }
chart-range = { $low } bis { $high }
chart-usual = eigenes Übliches
chart-coverage = Vorhandene Signale
chart-age = Alter
chart-stale = { $days ->
    [one] einen Tag alt
   *[other] { $days } Tage alt
  }
chart-marks = Markierungen
chart-ill = ✚ krank
chart-ill-plain = krank
chart-pain = ▲ Schmerz
chart-pain-plain = Schmerz
chart-pain-value = Schmerz { $pain }
chart-low-end = Unteres Ende
chart-high-end = Oberes Ende
chart-channel = Kanal
chart-channel-heart-rate = Herzfrequenz, bpm
chart-channel-power = Leistung, W
chart-channel-speed = Geschwindigkeit, { $unit }
chart-channel-altitude = Höhe, { $unit }
chart-channel-cadence = Frequenz, rpm
chart-channel-temperature = Temperatur, { $unit }
chart-channel-respiration = Atemzüge pro Minute
chart-channel-core-temperature = Kerntemperatur, { $unit }
chart-channel-skin-temperature = Hauttemperatur, { $unit }
chart-channel-spo2 = Blutsauerstoff, %
chart-channel-muscle-oxygen = Muskelsauerstoff, %
chart-channel-left-balance = Anteil linkes Bein, %
chart-channel-ground-contact = Bodenkontakt, ms
chart-channel-ground-contact-balance = Bodenkontakt, links, %
chart-channel-vertical-oscillation = Vertikale Bewegung, mm
chart-channel-vertical-ratio = Vertikales Verhältnis, %
chart-channel-step-length = Schrittlänge, mm
chart-channel-leg-stiffness = Beinsteifigkeit, kN/m
chart-channel-form-power = Form Power, W
chart-channel-air-power = Air Power, W
chart-channel-rr-interval = Schlag zu Schlag, ms
chart-speed-and-pace = { $speed } · { $pace }
chart-lowest = Tiefster
chart-average = Mittel
chart-highest = Höchster
chart-high = max. { $value }
chart-mean = Mittel { $value }
chart-low = min. { $value }
chart-time = Zeit
chart-trace-empty = Diese Aktivität hat keinen Kanal, der sich zeichnen lässt.
chart-trace-title = Aktivität von { $elapsed }, Runden: { $laps }. { $channels }.
chart-trace-channel = { $channel }: Mittel { $mean }, höchster { $high }
chart-channel-latitude = Breitengrad
chart-channel-longitude = Längengrad
chart-channel-distance = Distanz, { $unit }
chart-hint = Die Pfeiltasten lesen die Werte.
chart-hint-zoom = Strg und Mausrad (oder das Mausrad nach einem Klick) vergrößert, Ziehen verschiebt, Umschalt und Ziehen markiert eine Spanne. Tasten: Pfeile lesen, Umschalt und Pfeile verschieben, + und − vergrößern und verkleinern, Bild auf und ab gehen zu Marken, Enter beginnt und beendet eine Spanne, Esc geht zurück.
chart-trace = Aufgezeichnete Kanäle
chart-earlier = Früher
chart-later = Später
chart-nearer = Näher
chart-farther = Weiter weg
chart-steps = Vergrößern und verschieben
chart-whole = Alles zeigen
chart-mark-span = Ziehen markiert eine Spanne
chart-menu = { $chart }: kopieren oder sichern
chart-copy-csv = Zahlen als CSV kopieren
chart-save-csv = Zahlen als CSV sichern
chart-save-svg = Bild als SVG sichern
chart-save-png = Bild als PNG sichern
chart-copied = Die Zahlen sind kopiert.
chart-not-copied = Das System hat das Kopieren nicht erlaubt. Sichere die Zahlen als Datei.
chart-rows-shown = { $shown } von { $all } Zeilen; in der CSV-Datei stehen alle.
chart-marks-here = { $count ->
    [one] Eine Marke in dieser Spanne
   *[other] { $count } Marken in dieser Spanne
}
chart-as-table = In Worten und als Tabelle

chart-season-empty = In diesen Wochen ist nichts geplant und nichts aufgezeichnet.
chart-season-title = Saison von { $from } bis { $to }: Fitness zuerst { $before }, am Ende { $after }; die höchste Woche ist mit { $highest } Punkten geplant; { $races ->
    [0] kein Wettkampf
    [one] ein Wettkampf
   *[other] { $races } Wettkämpfe
}.
chart-today = Heute
chart-season-week = Woche ab
chart-season-planned = Geplant
chart-season-limit = Die Grenzen lassen
chart-season-drafted = Entworfen
chart-season-done = Absolviert
chart-season-expected = Erwartete Fitness
chart-season-possible = Möglich
chart-season-a-week = pro Woche
## end of charts

## Exported pages

page-title = Plan für { $athlete }, { $week }
page-from-to = { $from } bis { $to }
page-by = Geschrieben von { $author } am { $date }
page-sum = { $sessions ->
    [0] Keine Einheit
    [1] Eine Einheit, { $time }, Belastung { $load }
   *[other] { $sessions } Einheiten, { $time }, Belastung { $load }
}
page-abstained = Für einen eigenen Plan war zu wenig bekannt: Das ist die Vorlagenwoche, und der Coach entscheidet.
page-day = Tag
page-session = Einheit
page-duration = Zeit
page-load = Belastung
page-by-coach = Coach
page-step = { $repeat ->
    [1] { $minutes } min bei { $percent } % der Schwelle
   *[other] { $repeat } × { $minutes } min bei { $percent } % der Schwelle
}
page-step-rest = { $repeat ->
    [1] { $minutes } min bei { $percent } % der Schwelle, dann { $rest } min locker
   *[other] { $repeat } × { $minutes } min bei { $percent } % der Schwelle, danach jeweils { $rest } min locker
}
page-notes = Notizen
page-changes = Was der Coach geändert hat
page-change = { $before } → { $after }
page-change-percent = { $before } → { $percent } %
page-named = { $title } ({ $time }, { $date })
page-minutes = { $minutes } min
page-hours = { $hours } h { $minutes }
page-signed = Signiert von { $author }. Fingerabdruck des Schlüssels:
page-copy = Diese Seite ist eine Kopie zum Lesen. Prüfen lässt sich die Plandatei, die dazugehört.

## Exported activities and archives

export-left-channels = Nicht in der { $format }-Datei: { $channels }.
export-left-laps = { $format } enthält hier keine Runden.
export-left-pauses = Pausen sind in { $format } Lücken und nicht als Pausen markiert.
export-left-lengths = { $format } hat keinen Platz für Bahnen.
export-left-sets = { $format } hat keinen Platz für Kraftsätze.
export-left-rpe = { $format } hat keinen Platz für die empfundene Anstrengung.
export-left-comment = { $format } hat keinen Platz für den Kommentar.
export-left-marks = { $format } kann Messpunkte nicht als zweifelhaft markieren; sie stehen so da, wie sie aufgezeichnet wurden.
export-left-place = Positionen, falls es welche gab: { $athlete } stimmt der Verwendung nicht zu.
export-left-elsewhere = { $file }: Die Bytes sind nicht im Kader, weil die Datei zu groß war oder nicht länger aufbewahrt wird. Ihre Aktivitäten sind neu geschrieben.
export-left-original = { $file }: Sie sagt, wo der Athlet war, und das darf nicht verwendet werden. Ihre Aktivitäten werden neu geschrieben, ohne Positionen.
export-left-shared = { $file }: Sie enthält auch Aktivitäten von jemand anderem. Die dieses Athleten werden neu geschrieben.
export-left-notes = { $notes ->
    [one] Eine Notiz, die der Coach privat hält.
   *[other] { $notes } Notizen, die der Coach privat hält.
}

archive-title = Was Trackside über { $athlete } aufbewahrt, geschrieben am { $day }.
archive-originals = die Dateien, wie sie importiert wurden, Byte für Byte
archive-anew = Aktivitäten, deren Datei nicht hier ist, neu als FIT geschrieben
archive-activities = jede Aktivität mit ihren Zahlen; eine Kopie nennt die Aktivität, die zählt
archive-measures = jede aus einer Aktivität berechnete Zahl, mit Einheit und woraus sie berechnet wurde
archive-curves = das beste Mittel jeder Dauer, für jede Aktivität
archive-days = Belastung, Fitness, Ermüdung, Form und die anderen Zahlen jedes Tages
archive-results = Wettkämpfe und Tests, auch korrigierte und zurückgenommene
archive-marks = Tage, an denen das Übliche nicht gilt (Reise, Höhe, Hitze)
archive-wellness = jeder je behaltene Wellnesswert, auch korrigierte
archive-athlete = Name, Geburtsdatum, Zeitzone, Gruppe, Geräte, Korrekturgrenzen
archive-settings = Schwellen, jede ab dem Tag, ab dem sie gilt
archive-availability = Minuten am Tag, jede Antwort ab dem Tag, ab dem sie gilt
archive-races = Wettkämpfe und Phasen der Saison
archive-notes = die für den Athleten bestimmten Notizen
archive-plans = jede geplante Woche: Vorschlag, Änderungen mit Gründen, geteilte Notizen
archive-seasons = Saisons Woche für Woche, in jeder Version
archive-exceptions = Tage, an denen die übliche Zeit nicht gilt, auch korrigierte und zurückgenommene
archive-approvals = welche Wochen freigegeben wurden und wann das zurückgenommen wurde
archive-adaptations = Änderungen laufender Wochen, angewendet oder abgelehnt
archive-follow-ups = was aus jeder Einheit der vergangenen Wochen wurde
archive-consents = wozu der Athlet eingewilligt und was er widerrufen hat
archive-journal = wer was wann geändert hat
archive-left-out = Nicht in diesem Archiv:

## end of exported pages

## Screens

screen-side = Verein und Navigation
screen-skip = Zum Inhalt springen
screen-nav = Seiten
screen-nav-roster = Kader
screen-nav-board = Plantafel
screen-nav-week = Woche
screen-nav-availability = Verfügbarkeit
screen-nav-blocks = Vereinstermine
screen-nav-library = Bibliothek
screen-nav-import = Import
screen-nav-settings = Einstellungen
screen-no-page = Unter dieser Adresse gibt es nichts.
screen-no-roster = Kein Kader geöffnet
screen-sample-club = { $count } erfundene Athleten
screen-athlete-count = { $count ->
    [1] 1 Athlet
   *[other] { $count } Athleten
}
screen-signs-as = Du schreibst als
screen-theme = Darstellung
screen-theme-system = System
screen-theme-light = Hell
screen-theme-dark = Dunkel
screen-theme-contrast = Hoher Kontrast
screen-title = { $page } · Trackside
screen-theme-hint = Gilt nur auf diesem Rechner.

screen-close = Schließen
screen-cancel = Abbrechen
screen-stopping = Wird angehalten…
screen-add = Hinzufügen
screen-change = Ändern
screen-save = Speichern
screen-retry = Noch einmal
screen-all = Alle
screen-none = kein Wert
screen-show-all = Alle zeigen
screen-show-more = Mehr zeigen
screen-from = Ab
screen-name = Name
screen-today = heute
screen-yesterday = gestern
screen-tomorrow = morgen
screen-days-ago = vor { $days } T.
screen-days-ahead = in { $days } T.
screen-days-old = { $days } T. alt
screen-range = { $low }–{ $high }
screen-between = Bitte zwischen { $low } und { $high }.
screen-not-a-number = „{ $text }“ ist keine Zahl.
screen-not-a-day = Gib einen Tag an.
screen-not-a-pace = Schreib es wie 4:32.
screen-not-minutes = 0 bis 1440 Minuten.
screen-more = +{ $count } mehr
screen-steps = { $done } von { $total }
screen-fault-trace = Nummer { $trace }
screen-fault-shape-what = Dieses Fenster und das Programm verstehen sich nicht.
screen-fault-shape-next = Schließe Trackside und starte es neu, damit beide dieselbe Version haben.
screen-fault-unreachable-what = Das Programm antwortet nicht.
screen-fault-unreachable-next = Prüfe, ob Trackside noch läuft, und versuche es noch einmal.
screen-score-range = Bereitschaft { $score }, wahrscheinlich zwischen { $low } und { $high }; 50 ist üblich
screen-spark = Belastung der letzten { $days } Tage: insgesamt { $sum } Punkte{ $unknown ->
    [0] {""}
    [1] , ein Tag unbekannt
   *[other] , { $unknown } Tage unbekannt
}

screen-triage-under = { $day }  ·  { $flagged ->
    [0] niemand braucht Aufmerksamkeit
    [1] eine Person von { $count } braucht Aufmerksamkeit
   *[other] { $flagged } von { $count } brauchen Aufmerksamkeit
}
screen-triage-caption = Athleten; wer Aufmerksamkeit braucht, steht oben
screen-filter = Nach Name, Grund oder Wettkampf filtern
screen-filter-nothing = Auf diesen Filter passt niemand.
screen-key-move = bewegen
screen-key-plan = planen
screen-key-filter = filtern
screen-clear = Keine Hinweise
screen-nothing-flagged = –
screen-col-athlete = Athlet
screen-col-why = Warum
screen-col-readiness = Bereitschaft
screen-col-fitness = Fitness
screen-col-fatigue = Ermüdung
screen-col-form = Form
screen-col-last = Zuletzt
screen-col-plan = Plan
screen-usual = von { $load }
screen-open-week = { $week } öffnen
screen-plan-none = noch keiner
screen-plan-draft = Entwurf
screen-plan-needs-review = Zu prüfen
screen-plan-approved = Freigegeben
screen-plan-edited = geändert
screen-plan-exported = exportiert
screen-empty-roster = Noch keine Athleten
screen-empty-roster-hint = Füge jemanden hinzu, importiere einen Ordner mit Gerätedateien oder öffne den Beispielverein, um dich umzusehen. Du kannst Dateien auch überall in dieses Fenster ziehen.
screen-open-sample = Beispielverein öffnen
screen-sample-opening = Beispielverein wird geöffnet
screen-add-athlete = Athlet hinzufügen
screen-born = Geburtsdatum
screen-sex = Geschlecht
screen-sex-hint = Für die Belastung aus Herzfrequenz gibt es veröffentlichte Koeffizienten für Frauen und Männer, und das Alter setzt Grenzen für Jugendliche. Lass beides offen, wenn du es nicht weißt; der Plan ist dann weniger sicher.
screen-not-said = Keine Angabe
screen-female = Weiblich
screen-male = Männlich
screen-squad = Gruppe
screen-squad-hint = Wird angelegt, wenn sie neu ist.
screen-unassigned = { $files ->
    [1] Eine Aktivität wartet auf ihre Zuordnung.
   *[other] { $files } Aktivitäten warten auf ihre Zuordnung.
}
screen-assign = Zuordnen
screen-assign-title = Von wem sind diese Aktivitäten?
screen-choose-athlete = Athlet wählen
screen-assign-count = { $count ->
    [0] Zuordnen
    [1] 1 Aktivität zuordnen
   *[other] { $count } Aktivitäten zuordnen
}
screen-assigned = { $count ->
    [1] Eine Aktivität zugeordnet.
   *[other] { $count } Aktivitäten zugeordnet.
}
screen-remember-device = Gerät merken
screen-remember-device-hint = Die nächsten Dateien desselben Geräts gehen von selbst an diesen Athleten.

screen-drop = Zum Importieren loslassen
screen-drop-hint = Dateien, Ordner, Archive und ganze Gerätespeicher. Du siehst, was sie sind, bevor etwas importiert wird.
screen-import-files = Dateien importieren
screen-import-folder = Ordner importieren
screen-import-nothing = Es gab keine Datei zu importieren.
screen-importing = Import läuft
screen-import-under = Zieh Dateien, Ordner oder Archive irgendwo ins Fenster. Du siehst zuerst, was sie sind.
screen-import-told = { $outcomes }.
screen-import-told-cancelled = Angehalten: { $outcomes }; der Rest blieb unberührt.
screen-report = Importbericht
screen-report-show = Zeigen
screen-report-activity = { $count ->
    [1] Öffnen
   *[other] { $number } öffnen
}
screen-outcome-all = Alle { $count }
screen-outcome-imported = importiert
screen-outcome-duplicate = schon da
screen-outcome-routed = abgelegt
screen-outcome-refused = abgelehnt
screen-outcome-imported-count = Importiert { $count }
screen-outcome-duplicate-count = Schon da { $count }
screen-outcome-routed-count = Abgelegt { $count }
screen-outcome-refused-count = Abgelehnt { $count }
screen-review = Importprüfung
screen-review-bringing = Dateien werden geholt
screen-review-reading = Dateien werden gelesen
screen-review-reading-hint = Jede Datei wird ganz gelesen: von wem sie ist, ob sie schon da ist, was zu korrigieren ist. Nichts kommt in den Kader, bevor du es sagst.
screen-importing-hint = Jede Datei kommt ganz herein oder gar nicht. Was fertig ist, bleibt, wenn du anhältst.
screen-review-busy = Es werden schon Dateien gelesen. Warte darauf oder halte es zuerst an.
screen-review-decide-first = Ein Import wartet auf deine Entscheidung. Importiere oder verwirf ihn zuerst, dann bring die nächsten Dateien.
screen-review-too-large = Zu groß für einen Browser. Öffne Trackside in seinem eigenen Fenster, das Dateien vom Datenträger liest.
screen-fault-unreadable-what = Der Browser konnte diese Datei nicht lesen.
screen-fault-unreadable-next = Prüfe, ob sie noch da ist und du sie lesen darfst, dann zieh sie noch einmal herein.
screen-review-read = { $count ->
    [1] 1 Datei gelesen, noch nichts importiert
   *[other] { $count } Dateien gelesen, noch nichts importiert
}
screen-review-open = { $count ->
    [1] Eine Datei braucht dich. Unbekannte warten unter „nicht zugeordnet“, wenn du jetzt importierst.
   *[other] { $count } Dateien brauchen dich. Unbekannte warten unter „nicht zugeordnet“, wenn du jetzt importierst.
}
screen-review-all-decided = Es ist nichts mehr zu entscheiden.
screen-review-cut = Du hast das Lesen angehalten: Die nicht erreichten Dateien fehlen hier.
screen-review-discard = Verwerfen
screen-review-discarded = Verworfen. Der Kader ist, wie er war.
screen-review-discard-title = Diesen Import verwerfen?
screen-review-discard-text = { $count ->
    [1] Deine Wahl für eine Datei geht verloren. Die Dateien selbst bleiben, wo sie sind.
   *[other] Deine Wahl für { $count } Dateien geht verloren. Die Dateien selbst bleiben, wo sie sind.
}
screen-review-keep = Weiter prüfen
screen-review-accept = { $count ->
    [0] Nichts zu importieren
    [1] 1 Datei importieren
   *[other] { $count } Dateien importieren
}
screen-review-empty = Es war keine Datei darin
screen-review-empty-hint = Zieh Gerätedateien, einen Ordner davon oder ein Archiv (zip, gz) herein. Versteckte Systemdateien werden ausgelassen.
screen-review-caption = Gelesene Dateien; die dich brauchen, stehen oben
screen-review-all = Alle { $count }
screen-review-count-needs-you = Brauchen dich { $count }
screen-review-count-new = Neu { $count }
screen-review-count-here = Schon da { $count }
screen-review-count-routed = Abgelegt { $count }
screen-review-count-refused = Abgelehnt { $count }
screen-review-group-needs-you = Brauchen dich
screen-review-group-new = Neu
screen-review-group-here = Dieselbe Aktivität oder schon da
screen-review-group-routed = Abgelegt: weder Aktivität noch Wellness, unverändert aufbewahrt
screen-review-group-refused = Abgelehnt
screen-review-group-open = { $count } zu entscheiden
screen-review-verdict = Was es ist
screen-review-session = Geplante Einheit
screen-review-notes = Probleme und Korrekturen
screen-stand-new = neu
screen-stand-unknown = von wem?
screen-stand-needs-columns = Spalten?
screen-stand-maybe-same = dieselbe?
screen-stand-linked = verknüpft
screen-stand-apart = getrennt
screen-stand-left = ausgelassen
screen-stand-duplicate = schon da
screen-stand-routed = abgelegt
screen-stand-refused = abgelehnt
screen-guess-sure = { $percent } % sicher
screen-guess-likely = { $percent } % wahrscheinlich
screen-guess-unsure = { $percent } % geraten
screen-review-choose = Wähle den Athleten:
screen-review-chosen = gewählt
screen-review-nobody = Niemand bekannt
screen-review-remember = { $device } merken
screen-review-same-or-not = Ist es dieselbe Aktivität?
screen-review-same = Dieselbe
screen-review-different = Eine andere
screen-review-columns = Spalten erklären
screen-review-leave = Auslassen
screen-review-take = Aufnehmen
screen-review-same-as = { $earlier ->
    [1] Dieselbe wie { $file } weiter oben ({ $athlete })
   *[other] Dieselbe wie { $file } ({ $athlete })
}, { $percent } %; jene zählt. { $why }
screen-review-same-richer = { $earlier ->
    [1] Dieselbe wie { $file } weiter oben ({ $athlete })
   *[other] Dieselbe wie { $file } ({ $athlete })
}, { $percent } %; diese hat mehr gemessen und zählt. { $why }
screen-review-other-guess = { $name } { $percent } %
screen-review-others = Oder: { $who }
screen-review-measured = Gemessen: { $channels }
screen-review-wellness = { $count ->
    [1] 1 Wellnesswert
   *[other] { $count } Wellnesswerte
}
screen-review-templates = { $count ->
    [1] 1 Einheit für die Bibliothek
   *[other] { $count } Einheiten für die Bibliothek
}
screen-review-parts = { $count } Teile
screen-review-until = bis { $day }
screen-review-window = { $from } bis { $to } von { $count }
screen-review-before = Frühere Zeilen
screen-review-after = Spätere Zeilen
screen-review-given = { $files } Dateien zugeordnet.
screen-review-whose = { $files ->
    [0] Von wem ist sie?
    [1] Von wem ist sie?
   *[other] Von wem sind diese { $files } Dateien?
}
screen-review-of-device = { $files } Dateien von { $device }
screen-review-of-folder = { $files } Dateien aus { $folder }
screen-review-type-name = Namen eintippen
screen-review-newcomer = zum Kader hinzufügen
screen-review-nobody-yet = Im Kader ist noch niemand. Tippe einen Namen, um jemanden hinzuzufügen.
screen-review-keys = Tasten
screen-review-key-next = nächste offene
screen-review-key-athlete = Athlet
screen-review-key-skip = auslassen
screen-review-key-all = alle Tasten
screen-review-does-down = Nächste Datei
screen-review-does-up = Vorige Datei
screen-review-does-next = Nächste Datei, die dich braucht
screen-review-does-athlete = Athlet wählen: tippen, dann Enter
screen-review-does-athlete-all = Ein Athlet für alle Dateien dieses Geräts oder dieses Ordners
screen-review-does-remember = Dieses Gerät für den Athleten merken
screen-review-does-skip = Datei auslassen oder wieder aufnehmen
screen-review-does-same = Es ist dieselbe Aktivität: behalten und verknüpfen, ihre Belastung zählt einmal
screen-review-does-different = Es ist eine andere Aktivität: beide getrennt behalten
screen-review-does-columns = Sagen, was die Spalten einer Tabelle bedeuten
screen-review-does-accept = Importieren
screen-review-does-discard = Verwerfen
screen-columns-title = Was bedeuten diese Spalten?
screen-columns-hint = { $file }: Sag es einmal; spätere Tabellen mit denselben Überschriften werden von selbst gelesen.
screen-columns-heading = Überschrift
screen-columns-sample = Erste Werte
screen-columns-use = Ist
screen-columns-use-of = Was „{ $heading }“ ist
screen-columns-written = Geschrieben als
screen-columns-written-of = Wie „{ $heading }“ geschrieben ist
screen-columns-ignore = (ausgelassen)
screen-columns-day = Tag
screen-columns-athlete = Name des Athleten
screen-columns-no-day = Sag, welche Spalte der Tag ist.
screen-columns-two-days = Nur eine Spalte kann der Tag sein.
screen-columns-no-value = Sag, was mindestens ein Wert ist.
screen-columns-save = Tabelle lesen
screen-order-year-month-day = Jahr, Monat, Tag
screen-order-day-month-year = Tag, Monat, Jahr
screen-order-month-day-year = Monat, Tag, Jahr
screen-order-year-day-month = Jahr, Tag, Monat
screen-import-told-nothing = Es war nichts darin.
screen-outcome-told-imported = { $files } importiert
screen-outcome-told-linked = { $files } verknüpft
screen-outcome-told-duplicate = { $files } schon da
screen-outcome-told-routed = { $files } abgelegt
screen-outcome-told-skipped = { $files } ausgelassen
screen-outcome-told-refused = { $files } abgelehnt
screen-outcome-linked = verknüpft
screen-outcome-skipped = ausgelassen
screen-outcome-linked-count = Verknüpft { $count }
screen-outcome-skipped-count = Ausgelassen { $count }
screen-report-by = Von { $who }, { $when }
screen-report-files = Dateien
screen-report-export = Bericht exportieren
screen-report-back = Alle Importe
screen-changed = Durch diesen Import geändert
screen-changed-under = Belastung und Form mit Stand heute.
screen-changed-came = Hinzugekommen
screen-changed-load = Belastung 7 T.
screen-changed-load-hint = Belastung der letzten sieben Tage, vorher und nachher
screen-changed-form = Form
screen-changed-flags = Hinweise
screen-changed-sessions = Absolvierte Einheiten
screen-changed-new = Neu:
screen-changed-gone = Weg:
screen-changed-to = wird zu
screen-batch-source = Aus
screen-batch-state = Stand
screen-batch-outcomes = Dateien
screen-batch-actions = Was möglich ist
screen-batch-report = Bericht
screen-batch-running = läuft
screen-batch-interrupted = unterbrochen
screen-batch-done = fertig
screen-batch-cancelled = angehalten
screen-batch-undone = zurückgenommen
screen-batch-undo = Import rückgängig machen
screen-batch-redo = Wiederholen
screen-batch-continue = Fortsetzen
screen-batch-files = { $count ->
    [1] 1 Datei
   *[other] { $count } Dateien
}
screen-batch-taken-back = Zurückgenommen: { $what }.
screen-batch-brought-again = Wieder hereingeholt: { $what }.
screen-moved-activities = { $count ->
    [1] 1 Aktivität
   *[other] { $count } Aktivitäten
}
screen-moved-wellness = { $count ->
    [1] 1 Wellnesswert
   *[other] { $count } Wellnesswerte
}
screen-moved-templates = { $count ->
    [1] 1 Einheit der Bibliothek
   *[other] { $count } Einheiten der Bibliothek
}
screen-moved-devices = { $count ->
    [1] 1 Gerät
   *[other] { $count } Geräte
}
screen-moved-links = { $count ->
    [1] 1 Verknüpfung
   *[other] { $count } Verknüpfungen
}
screen-moved-notes = { $count ->
    [1] 1 Notiz, die bei ihrer Aktivität bleibt
   *[other] { $count } Notizen, die bei ihren Aktivitäten bleiben
}
screen-moved-nothing = nichts
screen-source-files = Dateien auf diesem Computer
screen-source-uploads = Browser
screen-source-watch = überwachter Ordner
screen-source-hand = von Hand eingegeben
screen-watch = Überwachter Ordner
screen-watch-under = Was darin erscheint, wird von selbst importiert.
screen-watch-off = Kein Ordner wird überwacht. Wähle den, in den deine Uhr oder ihre App schreibt: Jede neue Datei kommt dann von selbst herein, als eigener Import, der sich rückgängig machen lässt.
screen-watch-choose = Ordner überwachen
screen-watch-other = Anderen Ordner überwachen
screen-watch-stop = Nicht mehr überwachen
screen-watch-start = Überwachen
screen-watch-path = Ordner
screen-watch-path-hint = Der ganze Pfad eines Ordners auf diesem Computer.
screen-watch-running = überwacht
screen-watch-stopped = nicht überwacht
screen-exported = Geschrieben nach
screen-exported-without = Nicht darin:
screen-size-kb = { $size } kB
screen-size-mb = { $size } MB
screen-export = Exportieren
screen-export-original = Originaldatei
screen-export-original-hint = Genau die Bytes, die importiert wurden
screen-export-fit = FIT
screen-export-fit-hint = Für Uhren und die meisten Programme
screen-export-tcx = TCX
screen-export-tcx-hint = Runden, Herzfrequenz, Leistung, Positionen
screen-export-gpx = GPX
screen-export-gpx-hint = Die Spur auf der Karte
screen-export-csv = CSV
screen-export-csv-hint = Eine Tabelle, eine Zeile pro Messpunkt
screen-export-no-places = Es wurden keine Positionen aufgezeichnet.
screen-copies = Dieselbe Aktivität kam auch aus anderen Dateien. Diese hier zählt; die anderen bleiben, und ihre Belastung zählt nicht noch einmal.
screen-copy-why = { $percent } % gleich: { $why }
screen-copy-of = Das ist eine Kopie: Dieselbe Aktivität aus einer anderen Datei zählt, die Belastung dieser hier nicht.
screen-copy-of-open = Die öffnen, die zählt
screen-copy-apart = Getrennt behalten
screen-copy-apart-done = Getrennt behalten: Beide zählen jetzt.
screen-session-of = geplant als { $title }
screen-comment = Kommentar
screen-comment-example = An den Anstiegen schwere Beine
screen-lengths = Bahnen
screen-lengths-in = { $count } Bahnen zu { $pool } m
screen-lengths-count = { $count } Bahnen
screen-length = Bahn
screen-strokes = Züge
screen-stroke = Stil
screen-stroke-freestyle = Kraul
screen-stroke-backstroke = Rücken
screen-stroke-breaststroke = Brust
screen-stroke-butterfly = Schmetterling
screen-stroke-drill = Technik
screen-stroke-mixed = Gemischt
screen-rest = Pause
screen-sets = Kraftsätze
screen-sets-count = { $count ->
    [1] 1 Satz
   *[other] { $count } Sätze
}
screen-set = Satz
screen-exercise = Übung
screen-exercise-unknown = nicht benannt
screen-reps = Wiederholungen
screen-weight = Gewicht
screen-weight-in = Gewicht, { $unit }
screen-set-add = Satz hinzufügen
screen-set-remove = Diesen Satz entfernen
screen-set-reps-range = Wiederholungen sind eine ganze Zahl ab 1.
screen-set-weight-range = Das Gewicht ist 0 bis { $most }.
screen-add-activity = Aktivität hinzufügen
screen-add-activity-hint = Für eine Einheit, die niemand aufgezeichnet hat. Minuten und empfundene Anstrengung genügen für ihre Belastung.
screen-activity-added = Aktivität hinzugefügt. Sie ist ein eigener Import und lässt sich dort rückgängig machen.
screen-duration = Dauer
screen-minutes-range = Mehr als 0 und höchstens 1440 Minuten.
screen-distance-range = 0 bis { $most }.
screen-not-a-time = Schreib es wie 17:30.
screen-effort-of = { $rpe }: { $felt }
screen-morning = Morgen der Gruppe
screen-morning-lines = Ein Athlet pro Zeile
screen-morning-example = Ada: sleep 7,5, sore 3, hr 48
screen-morning-hint = Schreib einen Namen, einen Doppelpunkt und was du weißt: „Ada: sleep 7,5, sore 3, hr 48; ill“. Ein Vorname genügt, solange klar ist, wer gemeint ist.
screen-morning-words = Beim Tippen wird zurückgelesen, und behalten wird erst, wenn du es sagst.
screen-morning-line = Zeile
screen-morning-read = Verstanden als
screen-morning-clear = Jede Zeile ist verstanden.
screen-morning-problems = { $count ->
    [1] Eine Zeile ist noch nicht verstanden. Vorher wird nichts behalten.
   *[other] { $count } Zeilen sind noch nicht verstanden. Vorher wird nichts behalten.
}
screen-morning-ill = { $ill ->
    [0] { $name }: nein
   *[other] { $name }
}
screen-morning-keep = Behalten
screen-data = Daten
screen-export-all = Alles in einer Datei
screen-export-all-hint = Originaldateien, Tabellen, Schwellen, Notizen, Pläne, Einwilligungen und das Journal dieses Athleten. Sonst verlässt nichts diesen Computer.
screen-export-all-do = Alles exportieren
screen-export-all-running = Alles von diesem Athleten wird geschrieben
screen-limits = Korrekturgrenzen
screen-limits-usual = Die üblichen Grenzen. Messpunkte darüber hinaus werden behalten, markiert und nicht verwendet.
screen-limits-own = Eigene Grenzen dieses Athleten. Messpunkte darüber hinaus werden behalten, markiert und nicht verwendet.
screen-limits-change = Grenzen ändern
screen-limits-hint = Jede Aufzeichnung dieses Athleten wird mit den neuen Grenzen noch einmal durchgesehen. Was aufgezeichnet wurde, bleibt.
screen-limits-back = Zurück zum Üblichen
screen-limits-save = Speichern und neu durchsehen
screen-limits-running = Aufzeichnungen werden neu durchgesehen
screen-limits-done = { $count ->
    [0] Grenzen gespeichert; keine Aktivität hat sich geändert.
    [1] Grenzen gespeichert; eine Aktivität hat sich geändert.
   *[other] Grenzen gespeichert; { $count } Aktivitäten haben sich geändert.
}
screen-limit-hr-min = Tiefste Herzfrequenz
screen-limit-hr-max = Höchste Herzfrequenz
screen-limit-hr-step = Schnellste Änderung der Herzfrequenz
screen-limit-power = Höchste Leistung
screen-limit-speed = Höchste Laufgeschwindigkeit
screen-limit-climb = Schnellster Auf- oder Abstieg
screen-signals = Signale
screen-signals-hint = Was bekannt ist, woher, wie alt und wie gut.
screen-signals-none = Noch kein Signal
screen-signals-none-hint = Signale erscheinen mit der ersten Aufzeichnung oder dem ersten Wellnesswert.
screen-signals-never = Nie erfasst: { $names }
screen-signal-recent = { $count ->
    [0] keine in 28 T.
   *[other] { $count } in 28 T.
}
screen-tier-direct = direkt gemessen
screen-tier-context = Kontext
screen-tier-experimental = experimentell
screen-quality-good = gut
screen-quality-repaired = { $share } % zweifelhaft
screen-quality-poor = { $share } % nicht verwendbar
screen-quality-reported = von einer Person angegeben
screen-batches = Frühere Importe
screen-batches-under = Jeder wird mit seinem Bericht ganz aufbewahrt und lässt sich zurücknehmen.
screen-batches-none = Noch nichts importiert
screen-batches-none-hint = Zieh einen Ordner, ein Archiv oder einzelne Dateien irgendwo ins Fenster: FIT, TCX, GPX, HRM, PWX, SML, Apple Health, Wellnesstabellen, Workouts. Du siehst, von wem sie sind und was neu ist, bevor etwas importiert wird.
screen-col-outcome = Ergebnis
screen-col-file = Datei
screen-col-what = Was geschah
screen-col-repairs = Korrekturen
screen-col-when = Wann
screen-col-who = Wer
screen-col-activities = Aktivitäten

screen-col-start = Start
screen-col-day = Tag
screen-col-sport = Sportart
screen-col-time = Zeit
screen-col-device = Gerät
screen-col-hr = HF
screen-col-np = NP
screen-col-rpe = RPE
screen-col-load = Belastung
screen-avg-hr-hint = Mittlere Herzfrequenz, bpm
screen-np-hint = Normalisierte Leistung, W
screen-rpe-hint = Empfundene Anstrengung, 0 bis 10
screen-load-short-power = Leistung
screen-load-short-pace = Tempo
screen-load-short-swim = Schwimmen
screen-load-short-heart-rate = HF
screen-load-short-perceived = RPE
screen-repairs = { $count ->
    [1] 1 Korrektur
   *[other] { $count } Korrekturen
}
screen-activities-none = Noch keine Aktivität
screen-activities-none-hint = Zieh die Dateien dieses Athleten irgendwo ins Fenster oder importiere einen Ordner.

screen-age = { $years } Jahre
screen-next-race = { $name } { $away }
screen-this-week = Diese Woche
screen-next-week = Nächste Woche planen
screen-today-heading = Heute
screen-ill-today = Krank gemeldet
screen-pain-today = Schmerz { $pain } von 10 gemeldet
screen-injured-today = Verletzt gemeldet
screen-fever-today = Fieber gemeldet
screen-red-flags = Neben der Bereitschaft
screen-red-flags-note = Steht für sich: Es ist kein Teil des Werts, und kein guter Wert gleicht es aus.
screen-marks-note = Diese Tage zählen nicht zum Üblichen.
screen-readiness-never-hint = Nichts davon, woraus sie entsteht, wurde je erfasst. Gib die Werte vom Morgen ein oder importiere sie von einem Gerät.
screen-readiness-few-hint = Zum Vergleichen ist noch zu wenig da; mit mehr Morgen kommt es.
screen-readiness-aside-hint = Eine Markierung umfasst diese Tage: Das Übliche gilt nicht, darum gibt es keinen Wert.
screen-hrv = HRV nach zwei Regeln
screen-hrv-week = Woche gegenüber der eigenen Spanne
screen-hrv-week-by = Plews; Vesterinen; Javaloyes
screen-hrv-week-hint = Mittel von ln rMSSD über sieben Tage gegenüber dem Mittel der 28 Tage davor, plus/minus eine halbe Standardabweichung.
screen-hrv-day = Einzelner Tag
screen-hrv-day-by = Kiviniemi
screen-hrv-day-hint = Der Tag gegenüber dem Mittel der letzten zehn minus einer Standardabweichung, oder zwei Tage lang fallend.
screen-hrv-limit = Grenze { $limit } ms
screen-hrv-variation = Schwankung über sieben Tage
screen-hrv-usual = üblich
screen-hrv-below = darunter
screen-hrv-above = darüber
screen-hrv-above-hint = Über der Spanne ist nicht von selbst besser.
screen-hrv-set-aside = { $days ->
    [1] Ein markierter Tag zählt nicht zum Üblichen.
   *[other] { $days } markierte Tage zählen nicht zum Üblichen.
}
screen-sleep-debt = Fehlender Schlaf in sieben Nächten
screen-sleep-known = { $nights } von 7 Nächten bekannt; { $need } h pro Nacht nötig.
screen-sleep-known-guessed = { $nights } von 7 Nächten bekannt; { $need } h pro Nacht sind die Annahme dieses Programms, bis jemand den Bedarf setzt.
screen-items = Antworten gegenüber dem eigenen Üblichen
screen-hooper = Hooper-Index { $index }, von 4 (gut) bis 28 (schlecht).
screen-ctl = CTL
screen-atl = ATL
screen-tsb = TSB
screen-ramp = Anstieg
screen-ramp-unit = CTL pro Woche
screen-readiness-unknown = Bereitschaft unbekannt
screen-readiness-below = Unter dem eigenen Üblichen dieses Athleten.
screen-readiness-above = Über dem eigenen Üblichen dieses Athleten.
screen-readiness-usual = Wie bei diesem Athleten üblich: 50 liegt in der Spanne.
screen-coverage = Aus { $share } % der Signale nach Gewicht.
screen-contributors = Woraus die Bereitschaft entstand
screen-col-signal = Signal
screen-col-today = Heute
screen-col-usual = Üblich
screen-col-effect = Wirkung
screen-col-z = SD
screen-z-hint = Abstand vom Üblichen in Standardabweichungen; plus ist besser.
screen-unit-ms = ms
screen-unit-bpm = bpm
screen-unit-h = h
screen-unit-of-five = von 5
screen-span = Zeitraum
screen-span-six-weeks = 6 Wochen
screen-span-half-year = 26 Wochen
screen-span-twelve-weeks = 12 Wochen
screen-span-s = { $span } s
screen-span-min = { $span } min
screen-span-h = { $span } h
screen-span-year = 1 Jahr
screen-load-caption = Belastung, Fitness (CTL), Ermüdung (ATL) und Form (TSB)
screen-load-none = Noch keine Belastung
screen-load-none-hint = Belastung erscheint mit der ersten Aktivität, die Leistung, Herzfrequenz oder eine empfundene Anstrengung hat.
screen-weeks = Belastung pro Woche
screen-weeks-waiting = { $waiting ->
    [1] Eine Aktivität muss noch mit den jetzigen Einstellungen berechnet werden: Bis dahin mischen diese Zahlen Altes und Neues.
   *[other] { $waiting } Aktivitäten müssen noch mit den jetzigen Einstellungen berechnet werden: Bis dahin mischen diese Zahlen Altes und Neues.
}
screen-recompute = Neu berechnen
screen-recomputing = Wird mit den jetzigen Einstellungen neu berechnet
screen-recomputed = { $activities ->
    [0] Alles war auf dem neuesten Stand.
    [1] Eine Aktivität neu berechnet; die Belastung von { $changed } hat sich geändert.
   *[other] { $activities } Aktivitäten neu berechnet; die Belastung von { $changed } hat sich geändert.
}
screen-recompute-stopped = Angehalten: { $activities } neu berechnet, { $waiting } warten noch. „Neu berechnen“ macht dort weiter.
screen-in-words = In Worten
screen-col-one-week = Woche
screen-weeks-now = noch nicht vorbei
screen-weeks-usual-hint = Mittlere Belastung der vier Wochen davor.
screen-weeks-intensity = Locker, mittel, hart
screen-weeks-intensity-hint = Prozent der Zeit, die sich in drei Zonen einordnen ließ.
screen-weeks-adherence = Vom Plan absolviert
screen-weeks-adherence-hint = Absolvierte Belastung an geplanten Tagen geteilt durch die geplante. Kranke und freie Tage sind kein Versäumnis.
screen-weeks-monotony = Monotonie
screen-weeks-monotony-hint = Mittel geteilt durch Standardabweichung der sieben Tage: wie gleich sie sind. Nur beschreibend.
screen-weeks-strain = Beanspruchung
screen-weeks-strain-hint = Belastung der Woche mal Monotonie. Nur beschreibend.
screen-weeks-longest = Längste
screen-weeks-longest-hint = Längste Einheit als Anteil der Wochenzeit in ihrer Sportart.
screen-weeks-tonnage = Gehoben
screen-weeks-tonnage-hint = Im Krafttraining bewegtes Gewicht. Ein eigener Kanal, nie Teil der Belastung.
screen-weeks-spread = Die Tage weichen um { $sd } Punkte von ihrem Plan ab (Standardabweichung).
screen-weeks-more-than = über { $value }
screen-weeks-sessions = { $count ->
    [1] 1 Einheit
   *[other] { $count } Einheiten
}
screen-weeks-points = { $load } Punkte
screen-weeks-easy = locker
screen-weeks-middle = mittel
screen-weeks-hard = hart
screen-weeks-by = Nach Zeit: { $quantity }.
screen-weeks-by-goal = Nach dem Ziel der Einheiten: { $easy } locker, { $middle } mittel, { $hard } hart. Die beiden Methoden weichen voneinander ab.
screen-weeks-index = Polarisierungsindex { $index }
screen-weeks-coverage = von { $share } % der Zeit
screen-ahead = Was der Plan mit Fitness (CTL), Ermüdung (ATL) und Form (TSB) machen würde
screen-ahead-title = Absolviert, geplant und erwartet. Wird der Plan absolviert, ist am { $day } die Fitness { $fitness } und die Form { $form }.
screen-ahead-fatigue = Ermüdung erwartet
screen-ahead-fitness = Fitness erwartet
screen-ahead-form = Form erwartet
screen-ahead-done = absolviert
screen-ahead-planned = geplant
screen-ahead-expected = erwartet
screen-ahead-note = Gestrichelt: wenn jede geplante Einheit absolviert wird. Nichts Geplantes fließt in das Absolvierte ein.
screen-ahead-no-plan = Es ist nichts vorausgeplant, darum endet das Bild mit dem Absolvierten.
screen-ahead-assumed = Gestrichelt: wenn jede geplante Einheit absolviert wird. { $days ->
    [1] Ein kommender Tag hat keinen Plan und gilt als Ruhetag.
   *[other] { $days } kommende Tage haben keinen Plan und gelten als Ruhetage.
}
screen-ramp-caption = Anstieg: Fitnessgewinn (CTL) in sieben Tagen
screen-ramp-title = Fitnessgewinn in sieben Tagen; jetzt { $ramp }.
screen-ratio = Belastungsverhältnisse (ACWR), als Kontext
screen-ratio-title = Belastung von sieben Tagen gegenüber vier Wochen, in drei Formen
screen-ratio-caution = Die Belastungsänderung (7 T. gegenüber 28 T.) beschreibt, wie anders diese Woche ist. Sie sagt keine Verletzung voraus: Studien, die den Nenner durch Zufallszahlen ersetzten, fanden denselben Zusammenhang. Nutze sie, um eine ungeplante Änderung zu bemerken. Beim Laufen ist besser belegt, dass kein einzelner Lauf mehr als 10 % länger ist als der längste der 30 Tage davor.
screen-ratio-coupled = 7 T. in 28 T.
screen-ratio-uncoupled = 7 T. zu 21 T.
screen-ratio-ewma = exponentiell
screen-ratio-missing = Kein Verhältnis heute:
screen-density = Einheiten in sieben Tagen
screen-since-hard = Seit der letzten harten Einheit
screen-hard-none = keine harte Einheit bekannt
screen-unit-d = T.
screen-spike-name = Längste Einheit des Tages
screen-spike = { $size }, { $share } % der längsten der 30 Tage davor ({ $longest })
screen-chart-empty = Noch nichts zu zeichnen
screen-readiness-caption = Bereitschaft mit ihrer Spanne
screen-model-too-few = Anstrengung zu Belastung: { $sessions } von { $needed } Einheiten mit gemessener Belastung und empfundener Anstrengung. Bis dahin gelten { $default } Punkte pro RPE-Minute.
screen-model-used = Anstrengung zu Belastung: { $scale } Punkte pro RPE-Minute ({ $low } bis { $high }) aus { $sessions } Einheiten; bei neueren Einheiten { $error } Punkte daneben, der allgemeine Maßstab { $usual }.
screen-model-not-used = Anstrengung zu Belastung: { $sessions } Einheiten schlagen den allgemeinen Maßstab von { $default } Punkten pro RPE-Minute nicht ({ $error } gegenüber { $usual } Punkten daneben), darum gilt dieser.

screen-settings-heading = Schwellen
screen-settings-add = Schwellen ab einem Tag
screen-settings-hint = Frühere Werte bleiben und gelten weiter für frühere Tage. Leer heißt unbekannt.
screen-settings-none = Keine Schwellen
screen-settings-none-hint = Ohne sie kommt Belastung nur aus empfundener Anstrengung.
screen-settings-kept = Gespeichert. Belastungen ab diesem Tag werden neu berechnet.
screen-settings-note = Woher
screen-settings-note-example = 20-min-Test
screen-ftp = FTP
screen-ftp-hint = FTP
screen-lthr = LTHR
screen-lthr-hint = Schwellen-HF
screen-hr-max = Höchste HF
screen-hr-rest = Ruhepuls
screen-pace = Tempo
screen-pace-hint = Schwellentempo
screen-hr-max-of = max. { $value }
screen-hr-rest-of = Ruhe { $value }
screen-availability = Verfügbare Zeit
screen-availability-hint = Minuten für Training. Lass einen Tag leer, wenn niemand geantwortet hat; 0 heißt keine Zeit.
screen-availability-none = Noch hat niemand geantwortet
screen-availability-none-hint = Der Plan nimmt dann eine übliche Woche an und sagt das auch.
screen-unanswered = ?
screen-no-time = keine
screen-holds-from = Gilt ab { $day }.
screen-monday = Mo
screen-tuesday = Di
screen-wednesday = Mi
screen-thursday = Do
screen-friday = Fr
screen-saturday = Sa
screen-sunday = So
screen-races = Wettkämpfe und Phasen
screen-races-none = Kein Wettkampf, keine Phase
screen-races-none-hint = Ein Wettkampf gibt den Wochen eine Richtung; eine Phase sagt, wie sich die Belastung ändern darf.
screen-add-race = Wettkampf hinzufügen
screen-add-phase = Phase hinzufügen
screen-race-what = { $sport }, { $distance }
screen-distance = Distanz
screen-priority = Priorität
screen-priority-a = A: Die Saison ist darauf ausgerichtet
screen-priority-b = B: mit kurzem Taper
screen-priority-c = C: aus dem Training heraus
screen-phase = Phase
screen-first-day = Erster Tag
screen-last-day = Letzter Tag
screen-notes = Notizen
screen-note-label = Notiz
screen-note-today = Eine Notiz für heute
screen-note-example = Nach der Reise schlecht geschlafen
screen-note-on-session = Einheit in { $week }
screen-note-on-activity = Aktivität
screen-share = Mit dem Athleten teilen
screen-share-hint = Private Notizen verlassen diesen Kader nie.
screen-shared = geteilt
screen-private = privat
screen-enter-wellness = Wellness eingeben
screen-wellness-hint = Nur, was du weißt. Ein neuer Wert löscht nie einen früheren.
screen-wellness-nothing = Gib mindestens einen Wert an.
screen-wellness-kept = { $count ->
    [1] Ein Wert gespeichert.
   *[other] { $count } Werte gespeichert.
}

screen-roster-file = Kaderdatei
screen-roster-name = Name
screen-roster-path = Datei
screen-roster-open = Anderen Kader öffnen
screen-roster-new = Neuer Kader
screen-roster-open-hint = Der ganze Pfad einer .trackside-Datei auf diesem Computer.
screen-roster-new-hint = Der ganze Pfad der neuen Datei. Eine vorhandene Datei wird nie überschrieben.
screen-key = Deine Signatur
screen-key-hint = Plandateien, die du exportierst, werden mit diesem Schlüssel signiert. Sag anderen den Fingerabdruck einmal, damit sie deine Pläne erkennen.
screen-key-author = Name
screen-key-fingerprint = Fingerabdruck
screen-key-kept = Aufbewahrt
screen-privacy = Datenschutz
screen-privacy-text = Alles liegt in einer Datei auf diesem Computer: Aktivitäten, Wellness, Notizen und Pläne. Trackside hat kein Konto und keinen Server und fragt im Internet nichts ab. Daten gehen nur hinaus, wenn du sie exportierst, und private Notizen fehlen in jedem Export. Bereitschaft und Belastung sind Kontext für einen Coach, keine medizinischen Tatsachen.


# Activity page
activity-unknown = Das ist keine Aktivität.
activity-unknown-hint = Die Adresse nennt keine. Wähle eine auf der Seite eines Athleten.
activity-trace = Aufzeichnung
activity-laps = Runden
activity-lap = Runde
activity-no-laps = Das Gerät hat keine Runden gesetzt.
activity-totals = Summen
activity-totals-under = hier berechnet, neben dem, was das Gerät gespeichert hat
activity-total = Wert
activity-ours = Hier
activity-device = Gerät
activity-effort = Empfundene Anstrengung
activity-effort-device = Anstrengung
activity-effort-none = Noch nicht angegeben. 0 ist Ruhe, 10 das Härteste, was es gibt.
activity-effort-felt = { $rpe } von 10: { $felt }
activity-effort-saved = Anstrengung { $rpe } gespeichert
activity-effort-0 = gar keine
activity-effort-1 = sehr leicht
activity-effort-2 = leicht
activity-effort-3 = mäßig
activity-effort-4 = etwas hart
activity-effort-5 = hart
activity-effort-6 = hart und mehr
activity-effort-7 = sehr hart
activity-effort-8 = sehr hart und mehr
activity-effort-9 = fast maximal
activity-effort-10 = maximal
activity-notes = Notizen
activity-origin = Woher sie kommt
activity-file = Datei
activity-device-unknown = unbekannt
activity-records = Datensätze
activity-start-utc = Start
activity-no-repairs = Nichts musste korrigiert werden.
activity-repair-count = { $count ->
    [one] eine Stelle
   *[other] { $count } Stellen
  }
activity-repair-at = zuerst bei { $at }
activity-time = Zeit
activity-paused = und { $time } Pause
activity-distance = Distanz
activity-speed = Geschwindigkeit
activity-avg-hr = Mittlere Herzfrequenz
activity-max-hr = Höchste Herzfrequenz
activity-avg-power = Mittlere Leistung
activity-np = Normalisierte Leistung
activity-if = Intensitätsfaktor
activity-ascent = Höhenmeter
activity-energy = Energie
activity-load = Belastung
activity-load-none = unbekannt
activity-load-scaled = { $source }, { $scale } Punkte pro Minute und RPE-Punkt
activity-unit-points = Pkt.
screen-measures = Messwerte
screen-measures-under = Öffne eine Zeile, um zu sehen, worauf sie beruht. Quadrate: wie gut sie belegt ist, 0 bis 5.
screen-measures-none = Noch nicht berechnet
screen-measures-none-hint = Die Zahlen erscheinen, sobald diese Aktivität berechnet ist.
screen-measures-stale = Diese Zahlen wurden mit Einstellungen oder einer Methode berechnet, die nicht mehr gelten. Sie werden im Hintergrund neu berechnet, oder jetzt.
screen-measures-load = Belastung und Umfang
screen-measures-power = Leistung
screen-measures-pace = Tempo
screen-measures-heart = Herz und Ausdauer
screen-measures-movement = Bewegung
screen-measures-strength = Kraft
screen-measure-source = Quelle
screen-measure-inputs = Entstanden aus
screen-measure-needs = Entsteht aus: { $needs }
screen-measure-evidence = Belege
screen-measure-tier = Signale
screen-measure-method = Methode
screen-measure-version = Version { $version }
screen-evidence-of = { $grade } von 5: { $means }
screen-load-stands-in = { $source } statt der üblichen Quelle, auf deren Maßstab mit { $scale } multipliziert
screen-load-stands-in-unscaled = { $source } statt der üblichen Quelle; ein Maßstab zwischen den beiden ist noch nicht bekannt
activity-zones = Zeit in Zonen
activity-zones-scheme = Zonen
activity-zones-of = { $quantity }, { $scheme }
activity-zones-none = Keine Zonen
activity-zones-none-hint = Zonen brauchen eine Schwelle, die an diesem Tag gilt, und ihr Signal in der Aufzeichnung.
activity-zone = Z{ $number }
activity-zone-below = unter { $edge }
activity-zone-from = ab { $edge }
activity-zone-slower = langsamer als { $edge }
activity-zone-faster = { $edge } und schneller
screen-col-zone = Zone
screen-col-share = Anteil
screen-curves = Bestwerte
screen-curves-under = Das beste Mittel jeder Dauer, neben dem besten der 90 Tage bis dahin
screen-curves-of = Von
screen-curves-title = Bestwerte nach Dauer: { $quantity }, hier und in den 90 Tagen bis zu dieser Aktivität
screen-curves-none = Keine Bestwerte
screen-curves-none-hint = Sie brauchen Leistung, Geschwindigkeit oder Herzfrequenz in der Aufzeichnung.
screen-curves-here = hier
screen-curves-best = bester aus 90 T.
screen-curves-share = vom Bestwert
screen-curves-from = Aus
screen-curves-this-one = dieser
screen-balance = W′-Bilanz
screen-balance-under = Arbeit über der Critical Power, die noch übrig ist
screen-balance-title = Übrige Arbeit über der Critical Power; mindestens { $lowest } kJ.
screen-balance-left = übrig

# Week page
week-title = Woche { $week }
week-span = { $from } bis { $to }
week-athlete = Athlet
week-choose-athlete = Athlet wählen
week-choose-athlete-hint = Jeder Athlet hat für jede Woche einen Plan. Wähle oben jemanden oder drücke im Kader P.
week-previous = Vorige Woche
week-next = Nächste Woche
week-to-athlete = Athlet
week-none = Für diese Woche gibt es keinen Entwurf
week-none-hint = Ein Vorschlag entsteht aus der letzten Belastung, den verfügbaren Minuten, dem nächsten Wettkampf und der Phase. Du kannst ihn in jedem Teil ändern.
week-propose = Woche vorschlagen
week-propose-again = Neu vorschlagen
week-propose-again-hint = Vergangene, gesperrte und geänderte Einheiten bleiben genau, wie sie sind.
week-proposed = { $week } ist vorgeschlagen
week-proposed-again = { $week } ist neu vorgeschlagen; gesperrte und geänderte Einheiten blieben
week-export = Plandatei exportieren
week-exported = Signierte Plandatei: { $path }. Schlüssel { $fingerprint }. { $withheld ->
    [0] Keine Notiz wurde ausgelassen.
    [one] Eine private Notiz wurde ausgelassen.
   *[other] { $withheld } private Notizen wurden ausgelassen.
  } { $texts ->
    [0] Kein Text einer Änderung wurde weggelassen.
    [one] Ein Text einer Änderung wurde weggelassen.
   *[other] { $texts } Texte von Änderungen wurden weggelassen.
  }
week-export-write = Plandatei schreiben
week-export-texts = Texte von Änderungen, die mitgehen
week-export-no-texts = Keine Änderung dieser Woche hat einen eigenen Text; die Gründe gehen als Stichworte mit.
week-export-notes = Geteilte Notizen, die mitgehen: { $shared }. Private Notizen, die hier bleiben: { $private }.
week-export-team = Für andere Coaches
week-export-team-hint = Enthält nur, was der Athlet mit anderen Coaches teilen lässt. Ausgeschaltet ist sie für den Athleten.
plan-file-team = für Coaches
week-export-passphrase = Mit einem Passwort verschlüsseln
week-export-passphrase-hint = Bleibt es leer, kann jeder die Datei lesen, der sie bekommt.
week-export-recipient = Oder für die Leseschlüssel von Personen
week-export-recipient-hint = Wie sie sie in ihren Einstellungen sehen; sie beginnen mit age1.
week-event-source = Aus einer Plandatei von { $who } übernommen: { $standing }.
week-overview = Die Woche im Ganzen
week-board = Tage der Woche
week-target = Zielbelastung
week-no-target = keine
week-planned = Geplante Belastung
week-time = Geplante Zeit
week-unit-points = Pkt.
week-recent = Belastung der letzten Wochen und geplant für diese
week-confidence = Vertrauen
week-confidence-full = Nichts senkt es.
week-abstained = Zu wenig Daten: Das ist die Vorlagenwoche; du entscheidest.
week-versions = { $count }-mal vorgeschlagen
week-status-none = kein Entwurf
week-status-draft = Entwurf
week-status-needs-review = Zu prüfen
week-status-approved = Freigegeben
week-status-edited = vom Coach geändert
week-status-exported = exportiert
week-exported-at = Exportiert { $when }
week-minutes = { $minutes } Minuten
week-day-minutes = { $planned } von { $available } min
week-day-minutes-unknown = { $planned } min, niemand hat geantwortet
week-race = { $priority }-Wettkampf: { $name }
week-add-on = Einheit am { $day } hinzufügen
week-source-proposed = vorgeschlagen
week-source-proposed-hint = Vom Programm vorgeschlagen; neues Vorschlagen kann sie ändern.
week-source-club = Verein
week-source-coach = Coach
week-source-club-hint = Vom Verein festgelegt; die Engine plant darum herum und verschiebt sie nie.
week-source-coach-hint = Vom Coach geändert oder hinzugefügt; neues Vorschlagen lässt sie, wie sie ist.
week-locked = gesperrt
week-removed = entfernt
week-has-notes = mit Notizen
week-key-choose = wählen
week-key-override = ändern
week-key-move = verschieben
week-key-lock = sperren
week-key-note = Notiz
week-key-undo = rückgängig
week-key-export = exportieren
week-override = Ändern
week-undo = Rückgängig
week-undo-this = Das zurücknehmen
week-nothing-to-undo = Hier wurde nichts geändert.
week-override-title = { $title }, { $day }
week-add-title = Einheit hinzufügen
week-do = Was ändern
week-do-move = Verschieben
week-do-replace = Ersetzen
week-do-edit = Bearbeiten
week-do-scale = Kürzen oder verlängern
week-do-remove = Entfernen
week-do-remove-hint = Sie bleibt durchgestrichen sichtbar und lässt sich zurückholen.
week-do-lock = Sperren
week-do-lock-hint = Neues Vorschlagen lässt sie genau, wie sie ist.
week-do-unlock = Entsperren
week-do-unlock-hint = Neues Vorschlagen kann sie ändern, außer der Coach hat sie geändert.
week-done-move = Einheit verschoben
week-done-replace = Einheit geändert
week-done-scale = Einheit geändert
week-done-remove = Einheit entfernt
week-done-add = Einheit hinzugefügt
week-done-lock = Einheit gesperrt
week-done-unlock = Einheit entsperrt
week-done-undo = Zurückgenommen
week-form-day = Tag
week-form-template = Einheit aus der Bibliothek
week-choose-template = Einheit wählen
week-form-source = Woher sie kommt
week-source-library = Aus der Bibliothek
week-source-line = In einer Zeile
week-form-minutes = Dauer
week-form-title = Titel
week-form-percent = Anteil ihrer Dauer
week-form-percent-hint = 10 bis 200 %; die Belastung geht mit.
week-reason = Warum
week-reason-text = In deinen Worten
week-reason-example = Schulausflug am Dienstag
week-cancel = Abbrechen
week-save = Änderung speichern
week-refused = Das verletzt Grenzen. Nichts wurde geändert.
week-insist = Trotzdem machen
week-insist-hint = Die verletzten Grenzen werden mit der Änderung aufbewahrt, und wer den Plan liest, sieht sie.
week-unfinished-same-day = Sie steht schon an diesem Tag.
week-unfinished-no-template = Wähle eine Einheit aus der Bibliothek.
week-unfinished-no-line = Schreib die Einheit in einer Zeile.
week-unfinished-minutes = Die Dauer ist eine ganze Zahl von Minuten, 1 bis 1440.
week-unfinished-percent = Der Anteil ist eine ganze Zahl, 10 bis 200.
week-unfinished-no-title = Eine Einheit braucht einen Titel.
week-unfinished-rest-has-no-minutes = Ein Ruhetag hat keine Minuten zum Ändern: Ersetze ihn aus der Bibliothek.
week-unfinished-nothing-new = Noch ist nichts anders.
week-unfinished-no-session = Diese Einheit ist nicht in dieser Woche.
week-unfinished-tag = Wähle einen Grund.
week-explain = Was sie bindet und was sonst möglich war
week-binding = Was diese Woche bindet
week-nothing-binds = Keine Grenze hat sie geformt: Ohne jede davon wäre es dieselbe Woche.
week-alternatives = Andere Wochen, die jede Grenze einhalten
week-alternative-price = { $load } Punkte, { $changed } { $changed ->
    [one] Tag
   *[other] Tage
} geändert, Qualität { $quality }
week-counterfactuals = Was ohne eine Grenze wäre
week-without = Ohne
week-counterfactual-price = { $load } Punkte
week-other-session = { $title }, { $time } h, { $load } Punkte
week-replay-same = Noch einmal gemacht aus dem, was die Engine damals wusste ({ $digest }): dieselbe Woche.
week-replay-different = Noch einmal gemacht von { $now } aus dem, was { $engine } wusste: Unterschiede an { $days }.
week-replay-lost = Was die Engine wusste, ist hier nicht aufbewahrt, darum lässt sich dieser Vorschlag nicht noch einmal machen.
week-review = Vor der Freigabe ansehen:
week-approve = Freigeben
week-approve-withdraw = Freigabe zurücknehmen
week-approved = { $week } ist freigegeben; nichts darin wird neu vorgeschlagen
week-approval-withdrawn = Die Freigabe von { $week } ist zurückgenommen
week-approved-by = Freigegeben von { $who }, { $when }
week-revert = Zurück zum Vorschlag
week-reverted = Wieder wie vorgeschlagen; deine Änderungen stehen im Verlauf
week-key-revert = zum Vorschlag
week-key-approve = freigeben

week-why = Warum diese Einheit
week-why-week = Warum diese Woche
week-why-proposed = Warum sie vorgeschlagen wurde
week-no-reasons = Dazu wurde kein Grund aufbewahrt.
week-added-by-coach = Der Coach hat sie hinzugefügt; es gab keinen Vorschlag.
week-choose-session = Wähle eine Einheit, um zu sehen, warum sie da steht.
week-made = { $engine }, { $when }
week-insisted = Gemacht, obwohl diese Grenzen verletzt werden:
week-was-proposed = Vorgeschlagen
week-stands-now = Jetzt
week-line = { $day }, { $sport }, { $time } h, { $load } Pkt.
week-steps = Schritte
week-step = { $minutes } min bei { $percent } % der Schwelle
week-step-repeat = { $repeat } × { $minutes } min bei { $percent } % der Schwelle
week-step-intervals = { $repeat } × { $minutes } min bei { $percent } % der Schwelle, dazwischen { $rest } min locker
week-grade = Grad { $grade }
week-grade-a = mehrere übereinstimmende kontrollierte Studien
week-grade-b = große Beobachtungsstudien
week-grade-c = schwache oder uneinheitliche Belege
week-grade-d = Konsens unter Coaches oder eine Festlegung dieses Programms
week-fact-minutes = Minuten
week-fact-days = Tage
week-fact-pain = Schmerz
week-fact-longest = längste
week-fact-hours = Stunden
week-fact-quality = Qualitätseinheiten
week-fact-age = Alter
week-fact-base = Basis
week-fact-share = Anteil %
week-fact-target = Ziel
week-fact-asked = gewünscht
week-fact-limit = Grenze
week-fact-last = letzte Woche
week-fact-weeks = Wochen
week-fact-week = Woche
week-fact-readiness = Bereitschaft
week-fact-low = von
week-fact-high = bis
week-fact-reached = erreicht
week-fact-intensity = Intensität %
week-fact-coverage = Abdeckung %
week-fact-ramp = Anstieg
week-fact-form = Form
week-fact-mean = Mittel
week-fact-baseline = Grundwert
week-fact-files = Dateien
week-fact-available = verfügbar
week-fact-changed = geändert
week-fact-changes = Änderungen
week-fact-confidence = Vertrauen %
week-fact-count = Änderungen
week-fact-current = gesetzt
week-fact-debt = fehlend h
week-fact-done = absolviert
week-fact-highest = höchste
week-fact-load = Belastung
week-fact-missed = verpasst
week-fact-monotony = Monotonie
week-fact-need = Bedarf h
week-fact-nights = Nächte
week-fact-now = jetzt
week-fact-of = von
week-fact-planned = geplant
week-fact-sd = Streuung
week-fact-sessions = Einheiten
week-fact-stage = Stufe
week-fact-times = Male
week-fact-usual = üblich
week-fact-usual-share = üblich %
week-fact-value = Wert
week-fact-z = z
week-fact-zones = Zeitzonen
week-notes = Notizen
week-notes-week = Notizen zur Woche
week-note = Neue Notiz
week-note-example = Bergab locker
week-note-share = Für den Athleten sichtbar
week-note-shared = geteilt
week-note-private = privat
week-note-save = Notiz speichern
week-note-saved = Notiz gespeichert
week-by = { $who }, { $when }
week-history = Verlauf
week-event-proposed = Vorgeschlagen: { $title } am { $day }
week-event-noted = Notiz
week-event-move = Von { $from } auf { $to } verschoben
week-event-replace = { $before } wurde { $after }, { $minutes } min
week-event-scale = Auf { $percent } % angepasst
week-event-add = Hinzugefügt: { $title } am { $day }
week-event-remove = Entfernt
week-event-lock = Gesperrt
week-event-unlock = Entsperrt
week-event-undo = Eine Änderung zurückgenommen
week-event-undone = { $what } (zurückgenommen)
week-event-why = { $tag }: { $text }
week-verify = Plandatei prüfen
week-verify-title = Plandatei
week-verified = Die Signatur gilt: Niemand hat diese Datei verändert.
week-verified-who = { $author } hat den Plan von { $athlete } für { $week } am { $when } signiert.
week-key-own = hier signiert
week-key-other = anderer Schlüssel

# Thresholds page
screen-back-to-athlete = Zurück zum Athleten
screen-thresholds = Schwellen
screen-thresholds-under = Was gesetzt ist und was die eigenen Belastungen des Athleten sagen
screen-thresholds-open = Schwellen und Zonen
screen-thresholds-hint = Nichts hier ändert sich von selbst. Eine Schätzung wird zur Einstellung, wenn du sie übernimmst, ab dem Tag, den du wählst; Zahlen ab diesem Tag werden neu berechnet.
screen-threshold-not-set = nicht gesetzt
screen-threshold-accept = Schwelle übernehmen
screen-threshold-accept-hint = Die anderen Einstellungen bleiben, wie sie an diesem Tag gelten. Belastungen ab diesem Tag werden neu berechnet, und das Journal behält die früheren.
screen-threshold-before = Jetzt gesetzt: { $value }
screen-threshold-take = Übernehmen
screen-threshold-taken = Übernommen
screen-estimate-band = { $low } bis { $high }
screen-estimate-trust = Vertrauen { $percent } %
screen-at-least = mindestens
screen-sources-more = und { $count } weitere
screen-since = seit { $day }
screen-value = Wert
screen-zones = Zonen
screen-zones-hint = Wie sie heute gelten. Ein Wert auf der Grenze gehört zur Zone darüber.
screen-zones-none = Keine Zonen
screen-zones-none-hint = Setze eine Schwelle, dann stehen ihre Zonen hier.
screen-results = Wettkämpfe und Tests
screen-results-none = Keine Wettkämpfe oder Tests
screen-results-none-hint = Trag ein, was gelaufen wurde: Prognosen und Schwellen beruhen darauf.
screen-result-add = Wettkampf oder Test hinzufügen
screen-result-kind = Art
screen-result-time = Zeit
screen-result-heart = Herzfrequenz, letzte 20 min
screen-result-withdraw = Zurücknehmen
screen-result-withdraw-sure = Wirklich zurücknehmen?
screen-result-withdrawn = Zurückgenommen; das Journal behält es
screen-not-a-race-time = „{ $text }“ ist keine Zeit wie 42:10 oder 1:28:30
screen-temperature = Lufttemperatur
screen-humidity = Luftfeuchte
screen-altitude = Höhe über dem Meer
screen-predict = Wettkampfzeit
screen-predict-none = Keine Grundlage für eine Prognose
screen-predict-none-hint = Füge einen Laufwettkampf oder einen Zeittest der letzten zwei Jahre hinzu.
screen-predict-between = { $low } bis { $high } in vier von fünf Wettkämpfen
screen-predict-cool = An einem kühlen Tag auf Meereshöhe
screen-predict-that-day = An einem solchen Tag
screen-predict-weekly = Laufen pro Woche
screen-predict-heat = Hitze: { $percent } % langsamer, zwischen { $low } und { $high } %.
screen-predict-high = Höhe: { $percent } % langsamer, zwischen { $low } und { $high } %.
screen-predict-why = Woraus sie entsteht
screen-predict-from = { $distance } in { $time }, { $day }
screen-predict-caution = Eine Prognose ist kein Versprechen: Die Spanne sagt, wie weit solche Prognosen danebenliegen. Beim Marathon am weitesten.
screen-age-grade = Altersgewichtung
screen-baseline = Standortbestimmung
screen-baseline-hint = Zwei Wochen, die zeigen, wo ein Athlet steht.
screen-baseline-complete = Vollständig: Die Schwellen beruhen darauf.
screen-baseline-days = Beste vierzehn Tage: { $from } bis { $to }
screen-baseline-of = { $there } von { $needed }
baseline-easy = Lockere Einheiten
baseline-test = Zeit- oder Schwellentest
baseline-long = Lange Einheit
baseline-strength = Krafteinheiten
baseline-mornings = Erfasste Morgen
distance-3k = 3 km
distance-5k = 5 km
distance-10k = 10 km
distance-10mi = 10 Meilen
distance-half = Halbmarathon
distance-marathon = Marathon

# Settings of an athlete beyond the usual ones
screen-settings-more = Critical Power, Zonen und mehr
screen-height = Körpergröße
screen-sleep-need = Schlafbedarf pro Nacht
screen-scheme-power = Leistungszonen
screen-scheme-heart = Herzfrequenzzonen
screen-scheme-speed = Tempozonen
screen-scheme-usual = wie für die Sportart üblich
screen-cost-model = Steigungen beim Laufen
screen-cost-table = nach gleicher Herzfrequenz
screen-cost-minetti = nach Energie (Minetti)

# Days on which the usual does not hold
screen-marks = Ungewöhnliche Tage
screen-marks-none = Keine ungewöhnlichen Tage
screen-marks-none-hint = Markiere Reise, Höhe oder Hitze, und die Grundwerte lassen diese Tage aus.
screen-mark-add = Ungewöhnliche Tage markieren
screen-mark-hint = Grundwerte von HRV, Herzfrequenz und Schlaf lassen diese Tage aus. Sonst ändert sich nichts.
screen-mark-kind = Warum
screen-mark-open = seit { $from }
screen-mark-open-hint = leer, solange es andauert
screen-mark-zones = { $zones } Zonen
screen-mark-zones-field = Überquerte Zeitzonen
screen-mark-zones-hint = Osten ist plus, Westen minus
screen-mark-metres-field = Höhe über dem Meer
screen-mark-withdraw = Zurücknehmen
screen-mark-withdrawn = Zurückgenommen; das Journal behält es
screen-mark-cycle-allow = Der Athlet hat zugestimmt
screen-mark-cycle-hint = Nur mit dem Ja des Athleten, das jederzeit zurückgenommen werden kann.

# Numbers that changed afterwards
screen-audit = Nachträglich geändert
screen-audit-none = Keine Zahl hat sich geändert, nachdem sie gezeigt wurde.
screen-audit-hint = Belastungen, die neu berechnet wurden; das Journal behält, was sie waren.
screen-audit-line = { $at }, { $author }: { $changed } { $changed ->
    [one] Belastung
   *[other] Belastungen
} von { $days }

# Even effort over a course
screen-course = Gleichmäßig über diese Strecke
screen-course-hint = Welches Tempo zu einer Zeit führt
screen-course-time = Zielzeit
screen-course-do = Einteilen
screen-course-to = Bis
screen-course-slope = Steigung
screen-course-pace = Tempo
screen-course-at = Um
screen-course-caution = Steigungen kosten, was die Tabelle gleicher Herzfrequenz sagt; bergab gibt weniger zurück, als bergauf nimmt. Hitze und Wind sind nicht enthalten.
screen-was-a-race = Ein Wettkampf oder Test

# Rules page
screen-rules = Was Aufmerksamkeit braucht
screen-rules-under = Welche Regeln sich melden, und ab welcher Zahl
screen-planner = Der Planer
screen-planner-under = Deine eigenen Grenzen für Verein, Gruppe oder Athlet, die aus deinen Änderungen gelernten Gewohnheiten und was ihn korrigieren darf.
screen-planner-open = Einrichten
screen-season = Saison
screen-rules-open = Regeln öffnen
screen-rules-whose = Wessen Regeln
screen-rules-squad = Verein oder Gruppe
screen-rules-club = Der ganze Verein
screen-rules-list = Regeln
screen-rules-hint = Die Einstellung einer Gruppe geht vor der des Vereins. Krankheit, Verletzung, Fieber und Schmerz melden sich immer. Keine Regel sagt, dass sich jemand verletzen wird.
screen-rule-on = An
screen-rule-off = Aus
screen-rule-always = immer an
screen-rule-back = Zurück zum Üblichen
screen-rule-flagged = { $count } heute
screen-rule-usual = üblich { $usual }; { $low } bis { $high }

## Plan board

board-title = Plantafel
board-open-week = Woche öffnen
board-span = Wochen nebeneinander
board-weeks = { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
}
board-grid = Athleten nach Tagen
board-panel = Warum
board-shown = { $count ->
    [one] { $count } Athlet
   *[other] { $count } Athleten
}
board-head-load = Belastung
board-load = Geplant { $load } Punkte, Ziel { $target }
board-confidence = Vertrauen { $percent } %
board-insisted = Grenzen verletzt, weil du darauf bestanden hast
board-breaks = verletzt eine Grenze: { $limits }
board-done = { $done } von { $planned } min absolviert
board-more = +{ $count }
board-unavailable = An diesem Tag keine Zeit
board-unanswered = Niemand hat gesagt, wie viel Zeit da ist
board-exception = { $why }: { $minutes } min
board-filter = Wie der Plan der ersten Woche steht
board-filter-all = Alle
board-filter-needs-review = Zu prüfen
board-filter-draft = Entwurf
board-filter-edited = Geändert
board-filter-approved = Freigegeben
board-filter-missing = Kein Entwurf
board-search = Name
board-squad = Gruppe
board-everybody = Ganzer Verein
board-draft-all = { $week } für alle entwerfen
board-drafting = { $week } wird entworfen
board-approve-green = Grüne von { $week } freigeben
board-approve-green-hint = Gibt jede entworfene Woche frei, die nach keinem Blick verlangt.
board-approved-green = { $count ->
    [0] Nichts freizugeben: Kein Entwurf ist ohne offene Frage
    [one] { $count } Woche freigegeben
   *[other] { $count } Wochen freigegeben
}
board-drafted = { $count } entworfen
board-drafted-same = { $count } wie vorher
board-drafted-approved = { $count } freigegeben, bleiben wie sie sind
board-drafted-kept = { $count } mit Entwurf
board-drafted-failed = { $count } fehlgeschlagen
board-failed-who = Fehlgeschlagen: { $names }
board-look = { $count ->
    [one] Die eine ansehen, die zu prüfen ist
   *[other] Die { $count } ansehen, die zu prüfen sind
}
board-status-none = kein Entwurf
board-status-draft = Entwurf
board-status-needs-review = zu prüfen
board-status-edited = geändert
board-status-approved = freigegeben
board-status-exported = exportiert
board-ready-below = unter dem Üblichen
board-ready-usual = üblich
board-ready-above = über dem Üblichen
board-ready-stale = alt
board-ready-unknown = unbekannt
board-nothing-here = Hier ist nichts entworfen. Drücke D, um diese Woche zu entwerfen.
board-undrafted = Noch keine gezeigte Woche ist entworfen. Entwirf alle, um zu beginnen; Vorschläge lassen sich in jedem Teil ändern.
board-nobody-hint = Füge im Kader Athleten hinzu, importiere einen Ordner mit Gerätedateien oder öffne dort den Beispielverein.
board-nobody-fits = Niemand passt auf die Suche
board-show-all = Alle zeigen
board-carrying = Aufgenommen: Die Pfeiltasten tragen sie, Enter legt sie ab, Esc lässt sie, wo sie ist
board-swapping = Wähle mit den Pfeiltasten den Tag zum Tauschen, dann Enter; Esc lässt es
board-nothing-to-swap = Am { $day } steht nichts zum Tauschen
board-swap = Tauschen
board-swap-title = Zwei Einheiten tauschen
board-swap-what = { $one } ({ $from }) und { $other } ({ $to }) tauschen die Plätze.
board-swap-gone = Eine der beiden Einheiten ist nicht mehr da.
board-swapped = Einheiten getauscht
board-insights = Was viele gleich gemacht haben
board-insight-scale = „{ $title }“ bei { $times } von { $of } angepasst
board-insight-remove = „{ $title }“ bei { $times } von { $of } entfernt
board-insight-replace = „{ $title }“ bei { $times } von { $of } ersetzt
board-insight-move = „{ $title }“ bei { $times } von { $of } verschoben
board-insight-different = „{ $title }“ von { $times } von { $of } anders gemacht
board-insight-not-done = „{ $title }“ von { $times } von { $of } nicht gemacht
board-key-choose = wählen
board-key-move = verschieben
board-key-swap = tauschen
board-key-scale = anpassen
board-key-remove = Ruhe
board-key-replace = ersetzen
board-key-add = hinzufügen
board-key-lock = sperren
board-key-note = Notiz
board-key-undo = rückgängig
board-key-revert = zum Vorschlag
board-key-approve = freigeben
board-key-draft = entwerfen
board-key-why = warum

# Availability
availability-title = Verfügbarkeit
availability-athlete = Athlet
availability-everybody = Der ganze Verein
availability-nobody = Noch ist niemand hier
availability-nobody-hint = Füge im Kader Athleten hinzu oder wähle eine andere Gruppe. Jeder hat hier eine Zeile mit sieben Tagen.
availability-open = { $count ->
    [one] Ein Athlet hat Tage unbeantwortet gelassen.
   *[other] { $count } Athleten haben Tage unbeantwortet gelassen.
}
availability-not-answered = nicht beantwortet
availability-cell = { $day }: { $minutes } min.
availability-cell-unanswered = { $day }: nicht beantwortet, { $minutes } min angenommen.
availability-cell-exception = { $day }: { $minutes } min, { $kind }.
availability-only = Nur { $sports }.
availability-never-answered = Für diesen Tag hat bisher niemand geantwortet.
availability-add-exception = Ausnahme hinzufügen
availability-no-exceptions = Keine Ausnahmen in Sicht
availability-no-exceptions-hint = Reise, Prüfungen oder eine Krankheit: Tage, an denen die übliche Zeit nicht gilt.
availability-for-one = Für { $name }. Die übliche Woche bleibt; diese Tage weichen ab.
availability-for-many = Für { $count } Athleten: { $names }. Ihre üblichen Wochen bleiben; diese Tage weichen ab.
availability-why = Warum
availability-minutes = Minuten
availability-minutes-hint = An jedem dieser Tage; 0 für keine Zeit.
availability-a-day = { $minutes } min am Tag
availability-withdraw = Zurücknehmen
availability-withdrawn = Zurückgenommen: Die übliche Zeit gilt wieder.
availability-nothing-to-withdraw = An diesem Tag gilt keine Ausnahme.
availability-under-exception = An diesem Tag gilt eine Ausnahme. Nimm sie mit X zurück oder füge mit E eine weitere hinzu.
availability-sports = Mögliche Sportarten; nichts angekreuzt heißt alle
availability-usual-of = Die übliche Woche von { $name }
availability-choose = { $name } wählen
availability-chosen = { $count ->
    [one] Eine Zeile gewählt: aufheben
   *[other] { $count } Zeilen gewählt: aufheben
}
availability-key-move = bewegen
availability-key-type = übliche Minuten
availability-key-choose = Zeile wählen
availability-key-exception = Ausnahme
availability-key-withdraw = zurücknehmen
availability-key-usual = Woche und Sportarten
exception-school = Schule
exception-work = Arbeit
exception-travel = Reise
exception-illness = Krankheit
exception-injury = Verletzung
exception-holiday = Urlaub
exception-other = Sonstiges

# Blocks of the club
blocks-title = Vereinstermine
blocks-under = Feste Termine, um die herum die Wochen geplant werden: Gruppeneinheiten, Hallenzeiten, Trainingslager.
blocks-list = Termine
blocks-none = Noch keine Termine
blocks-none-hint = Ein Bahntraining am Dienstag oder ein Trainingslager: Trag es einmal ein, und es steht in der Woche aller, für die es gilt.
blocks-add = Termin hinzufügen
blocks-change-title = Termin ändern
blocks-name = Name
blocks-name-example = Dienstag Bahn
blocks-kind = Art
blocks-for = Für
blocks-weekdays = Am
blocks-starts = Beginn
blocks-sport = Sportart
blocks-what = Einheit
blocks-choose-session = Aus der Bibliothek wählen
blocks-keep-session = Wie sie ist: { $title }
blocks-no-name = Gib dem Termin einen Namen.
blocks-no-weekday = Wähle mindestens einen Wochentag.
blocks-not-a-time = Gib die Zeit in Stunden und Minuten an.
blocks-not-minutes = 1 bis 1440 Minuten.
blocks-no-session = Wähle eine Einheit aus der Bibliothek.
blocks-session = { $title }, { $minutes } min
blocks-withdraw = Zurücknehmen
blocks-withdrawn = Zurückgenommen. Bestehende Wochen behalten ihn, bis sie neu entworfen werden.
blocks-apply = In eine Woche eintragen
blocks-apply-title = { $name }: in eine Woche eintragen
blocks-apply-now = { $count ->
    [one] In eine Woche eintragen
   *[other] In { $count } Wochen eintragen
}
blocks-would = Unverändert für { $done }, in anderer Form für { $variant }, nicht möglich für { $refused }, freigegeben und unberührt { $approved }. Noch ist nichts geändert.
blocks-did = Fertig: unverändert für { $done }, in anderer Form für { $variant }. Nicht angefasst: nicht möglich { $refused }, freigegeben { $approved }.
blocks-outcome = Wird
blocks-why = Warum
blocks-outcome-done = unverändert
blocks-outcome-variant = andere Form
blocks-outcome-refused = nicht möglich
blocks-outcome-approved = freigegeben
blocks-approved-hint = Die Woche ist freigegeben. Nichts darin wird angefasst.
blocks-variant-day = { $day }: { $title }, { $minutes } min
block-group-session = Gruppeneinheit
block-hall-time = Hallenzeit
block-camp = Trainingslager

# How the planner is set up
planning-title = Planer
planning-under = Was er darf, was er von dir gelernt hat und was ihn korrigieren darf.
planning-club = Der ganze Verein
planning-squad = Gruppe { $name }
planning-own = vom Programm
planning-holds = Medizinische Pause
planning-holds-hint = Solange eine Pause gilt, wird gar kein Training geplant, bis du sie aufhebst. Das ist dein Wort (oder das eines Arztes), nicht das des Programms.
planning-no-holds = Niemand pausiert.
planning-held = pausiert: Es wird kein Training geplant
planning-lift = Pause aufheben
planning-hold = Training pausieren
planning-hold-whom = Wer
planning-hold-choose = Athlet oder Gruppe wählen
planning-limits = Deine Grenzen
planning-limits-hint = Die Grenze eines Athleten geht vor der der Gruppe, die der Gruppe vor der des Vereins. Grenzen machen eine Woche nur sicherer: Keine lockert, was schützt.
planning-whom = Für
planning-back = Diese Grenzen zurücknehmen
planning-none = Keine eigenen Grenzen
planning-none-hint = Es gelten die des Programms: die verfügbare Zeit, der Anstieg der Belastung, Ruhetage, Abstand zwischen Qualitätseinheiten.
planning-points = Pkt.
planning-between = { $low } bis { $high }
planning-whole = Bitte eine ganze Zahl.
planning-day = Längster Tag
planning-week = Längste Woche
planning-load = Höchste Belastung einer Woche
planning-quality = Qualitätseinheiten pro Woche, höchstens
planning-spacing = Zwischen Qualitätseinheiten, mindestens
planning-rest = Ruhetage pro Woche, mindestens
planning-ramp = Anstieg gegenüber den Vorwochen, höchstens
planning-day-said = { $value } min am Tag
planning-week-said = { $value } min pro Woche
planning-load-said = { $value } Pkt. pro Woche
planning-quality-said = { $value } Qualitätseinheiten
planning-spacing-said = { $value } h zwischen Qualitätseinheiten
planning-rest-said = { $value } Ruhetage
planning-ramp-said = Anstieg { $value } %
planning-habits = Von dir gelernte Gewohnheiten
planning-habits-hint = Gezählt aus deinen eigenen Änderungen an Vorschlägen. Eine Gewohnheit, die oft genug vorkam, wird befolgt, solange ihr Schalter an ist, und der Plan sagt es jedes Mal.
planning-no-habits = Noch keine Gewohnheiten erkannt
planning-no-habits-hint = Ändere ein paar Vorschläge: Verschiebe eine lange Einheit, nimm eine heraus. Was du immer wieder tust, wird hier gezählt.
planning-habit-followed = wird befolgt
planning-habit-off = ausgeschaltet
planning-habit-rare = zu selten, um befolgt zu werden
habit-moves-to = Einheit „{ $kind }“ { $times } von { $of } Mal auf { $day } verschoben.
habit-removes-on = Einheit „{ $kind }“ am { $day } { $times } von { $of } Mal herausgenommen.
habit-scales = Einheit „{ $kind }“ { $times } von { $of } Mal auf { $percent } % des Vorschlags gesetzt.
habit-replaces = Einheit „{ $kind }“ { $times } von { $of } Mal durch „{ $by }“ ersetzt.
planning-correction = Gelernte Korrektur
planning-correction-what = Ein Modell darf das Wochenziel um höchstens { $bound } % nach oben oder unten verschieben, nie über eine harte Grenze. Der Plan nennt es und seinen Anteil jedes Mal.
planning-correction-none = Noch gibt es kein Modell: Der Schalter ändert nichts, bis es eines gibt, das an den eigenen Wochen dieses Vereins geprüft wurde.
planning-correction-model = Verwendet: { $model }.

## The season
season-under = Saison: wohin die Wochen führen
season-weeks = Wochen der Saison
season-week = Die gewählte Woche
season-earlier = Frühere Wochen
season-later = Spätere Wochen
season-span = Gezeigte Wochen
season-new = Neue Saison
season-begin = Saison beginnen
season-none = In diesen Wochen ist keine Saison geplant
season-none-hint = Eine Saison sagt, wozu jede Woche da ist: ihre Phase, ihre Belastung als Anteil einer üblichen Woche, ihre Qualitätseinheiten. Der Planer entwirft die Wochen danach. Beginne mit einer Vorlage, ab einer Woche oder von einem Wettkampf rückwärts gezählt; jede Woche lässt sich ändern.
season-template = Vorlage
season-begins = Beginn
season-begin-week = In der Woche eines Tages
season-begin-race = Wettkampfwoche ist { $priority } { $name }, { $day }
season-begin-late = Die ersten Wochen sind schon vorbei.
season-name-hint = Leer gelassen: der Name der Vorlage.
season-span-is = { $weeks ->
    [one] Eine Woche
   *[other] { $weeks } Wochen
  }, { $from } bis { $to }.
season-base = Basiswoche, Punkte
season-base-hint = Darauf beziehen sich die Anteile der Wochen. Das Mittel der letzten vier Wochen ist { $points }; leer gelassen, wird es genommen.
season-base-hint-unknown = Darauf beziehen sich die Anteile der Wochen. Weniger als vier Wochen sind erfasst: Gib einen Wert ein oder lass das Feld leer, bis es so weit ist.
season-base-is = Basiswoche { $points } Punkte.
season-base-usual = Keine Basiswoche gesetzt: Die letzten vier Wochen haben im Mittel { $points } Punkte.
season-base-unknown = Die Basiswoche ist noch nicht bekannt: Die Wochen haben Anteile, aber keine Belastungen. Setze eine oder warte auf vier erfasste Wochen.
season-goal = Ziel
season-goal-set = Ziel und Basis
season-goal-title = Name, Basis und Ziel der Saison
season-goal-weeks = Nur die Wochen
season-goal-peak = Belastung der höchsten Woche
season-goal-fitness = Fitness an einem Tag
season-goal-points = Punkte
season-goal-ctl = Fitness (CTL)
season-goal-on = Am
season-goal-needs-number = Gib dem Ziel eine Zahl.
season-reach-unknown = Ob das Ziel erreichbar ist, ist nicht bekannt: Sein Tag ist vorbei, oder weniger als vier Wochen sind erfasst.
season-reach-met = Ziel erreicht
season-reach-within = Erreichbar
season-reach-beyond = Jenseits der Grenzen
season-reach-peak = Höchste Woche: { $asked } gewünscht, { $planned } geplant, höchstens { $most } innerhalb der Grenzen.
season-reach-fitness = Fitness am { $on }: { $asked } gewünscht, { $planned } geplant, höchstens { $most } innerhalb der Grenzen.
season-fit = Wochen an das Ziel anpassen
season-others = { $count ->
    [one] In diesen Wochen steht noch eine Saison; wo beide eine Woche planen, gilt die spätere.
   *[other] In diesen Wochen stehen { $count } weitere Saisons; wo mehrere eine Woche planen, gilt die neueste.
  }
season-unsaved = { $weeks ->
    [one] Eine Woche wurde geändert und ist nicht gespeichert.
   *[other] { $weeks } Wochen wurden geändert und sind nicht gespeichert.
  }
season-not-saved = geändert, nicht gespeichert
season-discard = Verwerfen
season-saved = Als neue Version der Saison gespeichert
season-copy = Für andere kopieren
season-copy-title = Saison für andere kopieren
season-copy-hint = Jeder bekommt die Wochen ab einer eigenen Woche mit der eigenen Basis. Ein Ziel in Punkten wird nicht kopiert. Eine Saison, die in diesen Wochen steht, bleibt unberührt.
season-copy-everybody = Alle
season-copy-all = Alle gezeigten wählen
season-copy-nobody = Wähle jemanden.
season-copy-do = Kopieren
season-copied = kopiert
season-copy-in-the-way = unberührt: „{ $season }“ steht in diesen Wochen
season-withdraw = Zurücknehmen
season-withdraw-sure = Wirklich zurücknehmen?
season-withdrawn = Die Saison wurde zurückgenommen; ihre Versionen bleiben
season-take-back = Zurücknehmen
season-taken-back = Zurückgenommen
season-races-none = Kein Wettkampf in diesen Wochen
season-races-none-hint = Ein Wettkampf gibt der Saison ihr Ende: Zähle die Wochen von dort zurück.
season-phase-weeks = { $phase }, { $weeks ->
    [one] eine Woche
   *[other] { $weeks } Wochen
  }
season-week-of = Woche vom { $day }
season-days-off = { $days ->
    [one] ein Tag ohne Training
   *[other] { $days } Tage ohne Training
  }
season-week-number = Woche { $number } der Saison, { $phase }
season-week-free = Keine Saison plant diese Woche
season-week-by-hand = { $phase }, von Hand gesetzte Phase
season-choose = Keine Woche gewählt
season-choose-hint = Wähle eine mit den Pfeiltasten oder per Klick; ihre Zeile lässt sich hier ändern.
season-planned = Geplant, Punkte
season-limit = Die Grenzen lassen, Punkte
season-drafted = Entworfen, Punkte
season-done = Absolviert, Punkte
season-fitness = Fitness (CTL)
season-fitness-expected = Fitness erwartet
season-possible = Mögliche Fitness
season-off = Drei oder mehr Tage ohne Zeit
season-share = Anteil der Basis
season-quality = Qualitätseinheiten
season-long = Lange Einheit
season-strength = Krafteinheiten
season-lighter = Entlastungswoche
season-test = Test
season-race = Wettkampf
season-content = Was trainiert wird
season-to-week = Woche öffnen
season-key-week = Woche
season-key-edit = ändern
season-key-save = speichern
season-key-new = neue Saison
season-key-race = Wettkampf
season-key-copy = kopieren

## end of screens

## Command line

cli-unassigned = { $files ->
    [1] Eine Aktivität wartet auf die Zuordnung zu einem Athleten.
   *[other] { $files } Aktivitäten warten auf die Zuordnung zu Athleten.
}
cli-refused = Nichts wurde geändert, weil es eine Grenze verletzen würde:
cli-insist = Mit --insist geschieht es trotzdem; das wird festgehalten.
cli-approved = { $count } { $count ->
    [one] Woche
   *[other] Wochen
} freigegeben.
drafted-drafted = entworfen
drafted-same = entworfen, wie vorher
drafted-approved = freigegeben: unverändert
drafted-kept = hat einen Entwurf: unverändert
drafted-failed = fehlgeschlagen; die anderen sind fertig
cli-verified = Signiert von { $author } ({ $fingerprint }): { $athlete }, { $week }. Seitdem wurde nichts darin geändert.
cli-import-nothing = keine Dateien
cli-import-cancelled = Abgebrochen: Die genannten Dateien sind fertig, der Rest blieb unberührt.
cli-import-id = Import { $id }
cli-import-session = Passt zur geplanten Einheit „{ $title }“.
cli-import-changed = { $athlete }: { $activities ->
    [0] keine neue Aktivität
    [1] eine Aktivität
   *[other] { $activities } Aktivitäten
}, { $wellness } Wellnesswerte; Belastung von sieben Tagen vorher { $before }, jetzt { $after }.
cli-import-undone = Zurückgenommen: { $activities } Aktivitäten, { $wellness } Wellnesswerte, { $devices } Geräte, { $templates } Einheitenvorlagen. { $notes ->
    [0] Die Bytes der Dateien bleiben.
   *[other] Die Bytes der Dateien bleiben, und die Notizen zu diesen Aktivitäten ({ $notes }) erscheinen mit ihnen wieder.
}
cli-import-redone = Wieder hereingeholt: { $activities } Aktivitäten, { $wellness } Wellnesswerte, { $devices } Geräte, { $templates } Einheitenvorlagen.
cli-preview = { $files ->
    [1] Eine Datei angesehen;
   *[other] { $files } Dateien angesehen;
} nichts wurde geschrieben.
cli-left-out = Nicht darin:
cli-entered = Hinzugefügt als { $id }, Belastung { $load }.
cli-morning-kept = { $values ->
    [0] Nichts wurde gespeichert.
    [1] Ein Wert wurde gespeichert.
   *[other] { $values } Werte wurden gespeichert.
}
cli-limits-usual = Die üblichen Grenzen:
cli-limits-own = Eigene Grenzen dieses Athleten:
cli-limits-changed = { $activities ->
    [0] Keine Aktivität hat sich dadurch geändert.
    [1] Eine Aktivität wurde neu markiert.
   *[other] { $activities } Aktivitäten wurden neu markiert.
}
cli-no-prediction = Kein Wettkampf oder Test als Grundlage: Trag zuerst ein Ergebnis der letzten zwei Jahre ein.
cli-that-day = An einem solchen Tag
cli-watched = Überwacht, solange Trackside läuft: { $folder }
cli-not-watched = Kein Ordner wird überwacht.
demo-club = 1. Der Beispielverein: { $athletes } erfundene Athleten, { $activities } Aktivitäten, gelesen aus den Gerätedateien, die sie mitgebracht hätten.
demo-triage = 2. Wer Aufmerksamkeit braucht und warum:
demo-week = 3. Eine Woche für { $athlete }, mit den Gründen:
demo-override = 4. Der Coach verschiebt „{ $title }“ auf { $day } (ein Terminkonflikt). Der Vorschlag bleibt dahinter sichtbar:
demo-override-insist = Das Programm widerspricht: { $reasons } Der Coach besteht darauf, und das wird festgehalten.
demo-export = 5. Die signierte Plandatei und eine lesbare Seite:
demo-verify = 6. Zurückgelesen und geprüft:
demo-tamper = 7. Ein Byte geändert, und sie wird abgelehnt:
demo-pictures = 8. Die Diagramme als SVG und PNG:
demo-end = Fertig in { $seconds } s. Alles liegt in { $folder }.

## end of command line

## The rest of a running week

adapt-title = Rest dieser Woche
adapt-apply = Anwenden
adapt-leave = Woche lassen, wie sie ist
adapt-applied = Angewendet: Jede Änderung steht mit ihrem Grund da und lässt sich rückgängig machen
adapt-set-aside = Gelassen, wie sie ist
adapt-moved = Inzwischen hat sich etwas geändert: Das ist jetzt der Vorschlag
adapt-was-set-aside = Heute abgelehnt.
adapt-becomes = wird zu
adapt-session = { $day }: { $title }, { $time } h, { $load } Punkte
adapt-line-applied = { $what }, von { $who } am { $day }
adapt-line-set-aside = { $what }, abgelehnt von { $who } am { $day }
adapt-badge-applied = Angewendet
adapt-badge-set-aside = Abgelehnt

## Plan and deed (the athlete page)

adherence-title = Plan und Umsetzung
adherence-none = Kein Plan in diesen Wochen
adherence-none-hint = Sobald eine Woche entworfen ist, steht hier jede ihrer Einheiten mit dem, was aus ihr wurde.
adherence-share = { $share } % vom Plan: { $done } absolviert, { $different } anders, von { $counted }
adherence-share-none = Noch war nichts fällig
adherence-left-out = { $sessions } nicht mitgezählt
adherence-unplanned = { $sessions } ohne Plan
adherence-line = { $what }: { $fate }
adherence-planned = { $day }, { $title } ({ $time })
adherence-done = { $day }, { $done }
adherence-instead = { $planned }, gemacht: { $done }
adherence-legend-done = geplant, und absolviert an dem Tag, zu dem die Linie führt
adherence-legend-excused = nicht mitgezählt
adherence-mon = Mo
adherence-tue = Di
adherence-wed = Mi
adherence-thu = Do
adherence-fri = Fr
adherence-sat = Sa
adherence-sun = So
fate-done = absolviert
fate-later = { $days ->
    [one] einen Tag später
   *[other] { $days } Tage später
}
fate-earlier = { $days ->
    [one] einen Tag früher
   *[other] { $days } Tage früher
}
fate-different = anders
fate-not-done = ausgefallen
fate-excused = nicht mitgezählt: { $why }
fate-unplanned = ohne Plan
fate-ahead = kommt noch
excuse-ill = krank
excuse-injured = verletzt
excuse-taken-out = vom Coach herausgenommen
adherence-effort = Anstrengung, gedacht und empfunden
adherence-effort-none = Noch hat keine Einheit sowohl eine geplante als auch eine empfundene Anstrengung. Die empfundene kommt mit der Datei oder wird an der Aktivität gesetzt.
adherence-effort-kind = Einheiten
adherence-effort-scale = 0 bis 10
adherence-effort-meant = Gedacht
adherence-effort-felt = Empfunden
adherence-effort-sessions = Anzahl
adherence-too-hard = { $kind }: { $by } Punkte härter empfunden als gedacht, über { $sessions } Einheiten. Entweder werden sie zu hart trainiert, oder der Plan hält sie für zu leicht.
page-by-club = Verein

## end of plan and deed

## Workouts in one line, and the session library

# What would have been fine where reading stopped (workout-expected-<domain::workout::Expected>).
workout-expected-part = ein Schritt wie 15min @ 65%, eine Wiederholung wie 3x10min, eine Erholung wie r2min oder eine Übung
workout-expected-body = ein Schritt oder eine öffnende Klammer nach der Anzahl
workout-expected-unit = eine Einheit: h, min, s, km oder m
workout-expected-length = eine Länge von einer Sekunde bis zu einem Tag oder von 10 m bis 500 km
workout-expected-times = eine Zahl von 1 bis 99
workout-expected-target = eine Prozentangabe, eine Zone wie Z2 oder RPE und eine Zahl
workout-expected-percent = das Zeichen %: Vorgaben sind Anteile einer Schwelle, damit sie ihr folgen
workout-expected-share = eine Prozentangabe von 10 bis 300
workout-expected-upper = eine größere Zahl als die davor
workout-expected-reference = FTP, CP, CS, pace, CSS, LTHR oder HRmax
workout-expected-zone = eine Zone von 1 bis 7
workout-expected-rpe = eine empfundene Anstrengung von 0 bis 10
workout-expected-quote = ein schließendes Anführungszeichen, nach höchstens 80 Zeichen
workout-expected-close = ein Komma oder eine schließende Klammer
workout-expected-comma = ein Komma oder das Ende
workout-expected-exercise = ein kürzerer Name
workout-expected-sets = Sätze und Wiederholungen wie 3x5
workout-expected-reps = 1 bis 200 Wiederholungen oder eine Zeit wie 45s
workout-expected-weight = ein Gewicht wie 60kg, 80% 1RM, 1.0 m/s oder 2 RIR
workout-expected-weight-unit = kg, % 1RM, m/s oder RIR (Wiederholungen in Reserve)
workout-expected-shallower = höchstens drei Klammern ineinander
workout-expected-fewer = höchstens 400 Schritte insgesamt
workout-expected-shorter = höchstens 1000 Zeichen

workout-line-at = { $length } bei { $target }
workout-line-free = { $length } so locker, wie es sich gut anfühlt
workout-line-recovery = { $length } Erholung
workout-line-recovery-at = { $length } Erholung bei { $target }
workout-line-cue = { $line }, „{ $cue }“
workout-line-times = { $times } × { $line }
workout-line-each = { $line }, danach jeweils { $rest }
workout-line-block = { $times }-mal:
workout-line-after-each = danach jeweils: { $rest }
workout-line-sets = { $exercise }: { $sets } × { $reps }
workout-line-rest = { $line }, { $rest } zwischen den Sätzen
workout-reps = { $reps } { $reps ->
    [1] Wiederholung
   *[other] Wiederholungen
}
workout-weight-one-rm = { $value } % vom Einer-Maximum
workout-weight-velocity = das schwerste Gewicht, das sich noch mit { $value } m/s bewegt
workout-weight-reserve = ein Gewicht, das { $value } in Reserve lässt
workout-target-rpe = Anstrengung { $rpe } von 10
workout-target-zone = Zone { $zone }
workout-target-zone-own = Zone { $zone } ({ $value })
workout-target-own = { $value } ({ $share } % { $of })
workout-target-share = { $share } % { $of }
workout-target-unset = { $share } % { $of } (für diesen Athleten nicht gesetzt)
workout-value-watts = { $value } W
workout-value-beats = { $value } bpm
workout-value-running = { $value } { $unit }
workout-value-swimming = { $value } { $unit }
workout-value-below = unter { $value }
workout-value-above = über { $value }
workout-of-threshold = der Schwelle
workout-of-ftp = der FTP
workout-of-cp = der Critical Power
workout-of-cs = der kritischen Geschwindigkeit
workout-of-pace = des Schwellentempos
workout-of-css = der kritischen Schwimmgeschwindigkeit
workout-of-lthr = der Schwellenherzfrequenz
workout-of-hr-max = der höchsten Herzfrequenz

fault-not-a-workout-what = Die Zeile ist ab Zeichen { $place } nicht lesbar.
fault-not-a-workout-next = Dort erwartet: { $expected }.
fault-rest-has-no-workout-what = Ein Ruhetag hat kein Workout.
fault-rest-has-no-workout-next = Wähle, wozu die Einheit dient.
fault-template-not-own-what = Die Bibliothek hat keine eigene Einheit von dir mit diesem Namen.
fault-template-not-own-next = Einheiten, die zum Programm gehören, bleiben; sieh noch einmal in die Bibliothek.

workout-entry = Die Einheit in einer Zeile
workout-entry-example = 15min @ 65%, 3x10min @ 95-100%, r3min, 10min @ 60%
workout-entry-hint = Minuten, Meter, Wiederholungen, Klammern und Erholungen (r2min); Anteile einer Schwelle, Zonen oder RPE; Sätze wie Kniebeuge 3x5 @ 80% 1RM. Eine Erholung direkt nach einer Wiederholung folgt jedes Mal.
workout-entry-wrong = Zeichen { $place }: erwartet { $expected }.
workout-profile = { $minutes } min in { $steps } { $steps ->
    [1] Schritt
   *[other] Schritten
}, { $load } Punkte, Anstrengung { $rpe }
workout-minutes = { $minutes } min
workout-load = { $load } Pkt.
workout-rpe = RPE { $rpe }
workout-zones = { $easy } min locker · { $middle } min zwischen den Schwellen · { $hard } min darüber
workout-unknown-rpe = unbekannt

library-title = Einheitenbibliothek
library-under = Woraus Wochen entstehen: Einheiten des Programms und deine eigenen
library-add = Eigene Einheit hinzufügen
library-name = Titel
library-name-example = Cruise-Intervalle
library-kind = Wozu sie dient
library-sport = Sportart
library-for = Für wen
library-for-all = Alle
library-add-button = Zur Bibliothek hinzufügen
library-added = { $title } ist in der Bibliothek.
library-missing-name = Sie braucht einen Titel.
library-missing-text = Schreib die Einheit in einer Zeile.
library-sport-all = Alle Sportarten
library-search = Suche
library-search-example = Tempo, 4 x 8, Yoga
library-count = { $count } { $count ->
    [1] Einheit
   *[other] Einheiten
}
library-empty = Keine Einheit passt
library-empty-hint = Wähle eine andere Sportart, leere die Suche oder füge oben eine eigene Einheit hinzu.
library-own = eigene
library-own-one = für einen Athleten
library-range = { $low }–{ $high } min
library-steady = gleichmäßig, ohne Schritte
library-withdraw = Herausnehmen
library-withdraw-sure = Jetzt herausnehmen
library-withdrawn = { $title } ist nicht mehr in der Bibliothek. Wochen, die sie haben, behalten sie.
## end of workouts and the session library

## Days and months (weekday-*, month-*; date-* puts them in order)
weekday-short-1 = Mo
weekday-short-2 = Di
weekday-short-3 = Mi
weekday-short-4 = Do
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = So
weekday-long-1 = Montag
weekday-long-2 = Dienstag
weekday-long-3 = Mittwoch
weekday-long-4 = Donnerstag
weekday-long-5 = Freitag
weekday-long-6 = Samstag
weekday-long-7 = Sonntag
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = März
month-short-4 = Apr
month-short-5 = Mai
month-short-6 = Juni
month-short-7 = Juli
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Okt
month-short-11 = Nov
month-short-12 = Dez
month-long-1 = Januar
month-long-2 = Februar
month-long-3 = März
month-long-4 = April
month-long-5 = Mai
month-long-6 = Juni
month-long-7 = Juli
month-long-8 = August
month-long-9 = September
month-long-10 = Oktober
month-long-11 = November
month-long-12 = Dezember
date-day = { $weekday }, { $day }. { $month }
date-short = { $day }. { $month }
date-of-year = { $day }. { $month } { $year }
date-day-of-year = { $weekday }, { $day }. { $month } { $year }
date-month = { $month } { $year }
date-time = { $date }, { $time }
time-am = { $time } am
time-pm = { $time } pm
## end of days and months

## Language, units and time
locale-title = Sprache, Einheiten und Zeit
locale-hint = Sie gehören dir, nicht dem Verein: Jeder Kader, den du auf diesem Computer öffnest, wird so gezeigt. Gespeichert wird weiterhin metrisch, und Plandateien und Tabellen für andere Programme ändern sich nicht.
locale-language = Sprache
locale-language-en = English
locale-language-de = Deutsch
locale-language-pseudo = Testsprache (für die Entwicklung)
locale-test = Testsprache anbieten
locale-test-hint = Englisch mit Akzenten, länger und von rechts nach links. Sie zeigt, wo Wörter fehlen und wo ein Rahmen nicht mitwächst.
locale-units = Einheiten
locale-units-metric = Kilometer, Kilogramm, °C
locale-units-imperial = Meilen, Pfund, °F
locale-clock = Uhrzeit
locale-clock-24h = 17:20
locale-clock-12h = 5:20 pm
locale-week-start = Wochentage zur Auswahl beginnen mit
locale-week-start-monday = Montag
locale-week-start-sunday = Sonntag
locale-week-start-hint = Trainingswochen, Pläne, Tafeln und Wochenzahlen laufen immer von Montag bis Sonntag, egal was hier steht.
locale-ride = Wie schnell eine Radfahrt war
locale-run = Wie schnell ein Lauf war
locale-tempo-pace = Tempo, { $unit }
locale-tempo-speed = Geschwindigkeit, { $unit }
locale-example = So sieht es aus: { $example }
preferences-broken = Sprache, Einheiten und andere Einstellungen waren nicht lesbar und sind wieder die üblichen. Die alte Datei liegt unter { $path }.
preferences-unread = Sprache, Einheiten und andere Einstellungen sind nicht lesbar ({ $detail }). Die üblichen gelten, bis die Datei { $path } lesbar ist.
preferences-next = Öffne die Einstellungen und sieh dir Sprache, Einheiten und Zeit an.
preferences-unasked = Deine Sprache, Einheiten und anderen Einstellungen sind nicht bekannt; die üblichen gelten.
## end of language, units and time

## Gallery of parts
gallery = Teile der Bildschirme
gallery-under = Jedes Teil in jedem Zustand, im hier gewählten Aussehen.
gallery-open = Alle Teile zeigen
gallery-colours = Farben
gallery-colours-under = Mit ihren Namen im Stylesheet
gallery-type = Schrift
gallery-buttons = Schaltflächen
gallery-fields = Felder
gallery-choices = Auswahl
gallery-layers = Über der Seite
gallery-signs = Status und Herkunft
gallery-numbers = Zahlen
gallery-table = Tabelle
gallery-waiting = Wartend, leer und fehlgeschlagen
gallery-sample = Lockerer Lauf, 52 min
gallery-hint = Eine leise Zeile, die hilft.
gallery-wrong = Dieser Wert ist nicht möglich.
gallery-said = Etwas wurde erledigt.
gallery-plain = Wie gewohnt
gallery-disabled = Gerade nicht möglich
gallery-busy = In Arbeit
gallery-invalid = Falsch
gallery-text = Text
gallery-number = Zahl
gallery-date = Datum
gallery-choice = Auswahl
gallery-area = Mehrere Zeilen
gallery-toggle = Ja oder nein
gallery-segments = Segmente
gallery-menu = Menü
gallery-more = Weitere Aktionen
gallery-tabs = Reiter
gallery-dialog = Dialog
gallery-dialog-wide = Breiter Dialog
gallery-drawer = Seitenleiste
gallery-toast = Meldung
gallery-toast-fault = Meldung eines Fehlers
gallery-marks = Zeichen
gallery-badges = Etiketten
gallery-proposed = Vorgeschlagen
gallery-coach = Vom Coach
gallery-done = Absolviert
gallery-known = Bekannt
gallery-old = Alt
gallery-unknown = Unbekannt
gallery-none = Nichts
gallery-range = Wert mit Spanne
gallery-spark = Belastung der Tage
gallery-shares = Anteile
gallery-evidence = Belege
gallery-progress = Fortschritt
gallery-progress-unknown = Unbekannte Dauer
gallery-skeleton = Wird geladen
gallery-empty = Noch nichts hier
gallery-fault = Fehler

## Activity page: recording, marked spans, splits, map
chart-lap-end = Ende von Runde { $lap }, { $at }
activity-across = Achse
activity-across-time = Zeit
activity-across-distance = Distanz
activity-more-channels = Weitere Kanäle
activity-map = Karte
activity-map-under = nur die Spur, Norden oben; nichts wird geladen
activity-map-empty = Es wurden keine Positionen aufgezeichnet.
activity-map-empty-hint = Drinnen, oder das Gerät hatte keine Satelliten.
activity-map-withheld = Positionen werden nicht gezeigt.
activity-map-withheld-hint = Der Athlet stimmt der Verwendung von Positionen an diesem Tag nicht zu. Vom Ort wurde nichts gelesen.
activity-map-title = Spur, { $wide } von West nach Ost und { $tall } von Süd nach Nord; Stücke: { $pieces }, Distanzmarken: { $marks }.
activity-map-keys = Karte; Pfeiltasten verschieben, Plus und Minus zoomen, Pos1 zeigt alles
activity-map-by = Gefärbt nach
activity-map-plain = Einfach
activity-map-by-heart-rate = Herzfrequenz
activity-map-by-speed = Tempo
activity-map-by-slope = Steigung
activity-map-below = unter { $edge }
activity-map-from = ab { $edge }
activity-map-north = N
activity-map-start = Start
activity-map-finish = Ziel
activity-map-start-finish = Start und Ziel
activity-map-closer = Näher
activity-map-farther = Weiter weg
activity-map-all = Ganze Spur
activity-splits = Runden und Abschnitte
activity-splits-by = Geteilt nach
activity-splits-distance = { $unit }
activity-splits-time = 5 min
activity-splits-halves = Hälften
activity-splits-select = { $number } markieren
activity-splits-rest = Rest
activity-splits-none = So lässt sie sich nicht teilen: { $why }.
activity-split-hr = Mittlere HF
activity-split-max-hr = Höchste HF
activity-split-power = Leistung
activity-split-np = NP
activity-split-ascent = Höhenmeter
activity-span = Markiert
activity-span-of = { $from } bis { $to }
activity-span-several = { $count } Abschnitte zusammen
activity-span-none = Nichts ist markiert.
activity-span-none-hint = Wähle daneben Runden oder Abschnitte, oder ziehe mit gehaltener Umschalttaste über die Aufzeichnung (mit der Tastatur beginnt und endet ein Abschnitt mit Enter). Die Zahlen des Markierten werden aus seinen Messwerten berechnet.
activity-span-clear = Markierung aufheben
activity-span-range = { $low } bis { $high }
activity-span-partly = { $share } % der Zeit gemessen
activity-span-left-out = { $count ->
    [one] ein zweifelhafter Wert ausgelassen
   *[other] { $count } zweifelhafte Werte ausgelassen
}
activity-span-elapsed = { $time } mit Pausen
activity-adherence = Plan und Umsetzung
value-split-distance = Die Strecke eines Abschnitts in Metern
value-split-time = Die Zeit eines Abschnitts in Sekunden
activity-by-hand = Von Hand eingetragen
activity-by-hand-hint = Es wurde nichts aufgezeichnet: keine Messwerte zum Zeichnen oder Teilen.

## Changing an activity (repair-excluded, fault-*, value-*, revision-*, edit-*, raw-*)
repair-excluded = { $samples ->
    [one] Ein Wert wurde
   *[other] { $samples } Werte wurden
} weggelassen, weil jemand gesagt hat, dass sie nicht vom Athleten stammen.
fault-does-not-count-what = Diese Aktivität zählt nicht und kann deshalb weder geändert noch zusammengeführt werden.
fault-does-not-count-next = Öffne die, die an ihrer Stelle zählt, oder nimm zurück, was diese nicht zählen lässt.
fault-changes-nothing-what = Das würde nichts ändern.
fault-changes-nothing-next = Wähle etwas, das sich vom jetzigen Stand der Aktivität unterscheidet.
fault-revision-undone-what = Diese Änderung wurde schon zurückgenommen.
fault-revision-undone-next = Es bleibt nichts zu tun. Mach die Änderung neu, wenn du sie doch willst.
fault-revision-built-on-what = Eine spätere Änderung baut auf dieser auf.
fault-revision-built-on-next = Nimm zuerst die spätere Änderung zurück, dann diese.
value-from-moment = Der erste Zeitpunkt
value-to-moment = Der letzte Zeitpunkt
value-cut = Ein Schnitt
value-cuts = Die Zahl der Schnitte
value-merged = Die Zahl der zusammengeführten Aktivitäten
value-merge-hours = Stunden zwischen den Starts
revision-trim = Behalten, was von { $from } bis { $to } aufgezeichnet wurde
revision-split = Bei { $at } der Aufzeichnung geteilt; die Teile zählen
revision-merge = { $count ->
    [one] Mit einer anderen Aufzeichnung zusammengeführt
   *[other] Mit { $count } anderen Aufzeichnungen zusammengeführt
}
revision-sport = Sportart ist { $sport }
revision-comment = Kommentar: { $comment }
revision-comment-none = Kommentar entfernt
revision-exclude = { $channel } weggelassen von { $from } bis { $to } der Aufzeichnung
revision-limits = Eigene Grenzen der Korrekturen: Herzfrequenz { $low } bis { $high } bpm, höchstens { $step } bpm je Sekunde; Leistung bis { $power } W; Laufen bis { $speed } m/s; Höhe um { $climb } m/s
edit-menu = Bearbeiten
edit-trim = Zuschneiden
edit-trim-hint = Was davor und danach liegt, geht in keine Zahl ein. Die Aufzeichnung selbst bleibt, wie sie ist.
edit-split = Teilen
edit-split-hint = Die Teile zählen statt des Ganzen, jeder mit eigener Sportart und Belastung.
edit-merge = Mit einer anderen zusammenführen
edit-merge-hint = Aufzeichnungen einer Einheit werden eine. Die Zeit dazwischen ist eine Pause; wo sie sich überschneiden, zählt die, die mehr gemessen hat.
edit-sport = Sportart
edit-sport-hint = Belastung, Zonen und Bestwerte richten sich nach der Sportart.
edit-comment = Kommentar
edit-comment-hint = Was in der Datei steht, bleibt daneben erhalten.
edit-exclude = Teil eines Kanals weglassen
edit-exclude-hint = Für Werte, die nicht vom Athleten stammen: ein anderer Gurt, eine Hundeleine, ein Tunnel. Sie gelten als nicht aufgezeichnet, nie als null.
edit-history = Verlauf
edit-history-hint = Was aufgezeichnet wurde, wird nie geändert. Zeitpunkte zählen vom Beginn der Aufzeichnung.
edit-history-none = Niemand hat diese Aktivität geändert.
edit-from = Von
edit-to = Bis
edit-from-handle = Anfang des Gemeinten
edit-to-handle = Ende des Gemeinten
edit-moment-hint = Minuten und Sekunden, auch mit Stunden
edit-moment-unclear = Schreib eine Zeit wie 42:10 oder 1:02:30
edit-channel = Kanal
edit-split-at = Schneiden bei
edit-split-at-hint = Eine oder mehrere Zeiten seit dem Start, durch Kommas getrennt
edit-split-laps = An jeder Runde schneiden
edit-merge-with = Gehört zu dieser Einheit
edit-merge-line = { $sport }, { $when }, { $time }
edit-merge-none = Keine andere Aktivität an diesem Tag
edit-merge-none-hint = Zusammenführen lassen sich nur zählende Aktivitäten desselben Athleten.
edit-nothing-yet = Noch ist nichts geändert.
edit-reason = Warum
edit-reason-hint = Bleibt im Verlauf stehen
edit-reason-missing = Sag in ein paar Worten, warum.
edit-save = Als neue Fassung speichern
edit-before = Jetzt
edit-before-one = Jetzt, { $number }
edit-after = Danach
edit-after-part = Teil { $number }
edit-recorded = Wie aufgezeichnet
edit-now = Jetzt
edit-undone = Zurückgenommen { $by }: { $reason }
edit-undo = Zurücknehmen
edit-undo-reason = Warum es zurückgenommen wird
edit-numbers = Zahlen der Fassungen
edit-number = Zahl
edit-n-sport = Sportart
edit-n-start = Start
edit-n-timer = Zeit ohne Pausen
edit-n-elapsed = Mit Pausen
edit-n-distance = Strecke
edit-n-load = Belastung
edit-n-avg-hr = Mittlere Herzfrequenz
edit-n-max-hr = Höchste Herzfrequenz
edit-n-marked = Verdächtige Werte
edit-standing-split = Diese Aktivität wurde geteilt; stattdessen zählen ihre Teile:
edit-standing-part = Teil { $number }
edit-standing-merged = Diese Aufzeichnung wurde in eine andere eingefügt, die stattdessen zählt.
edit-standing-open = Öffnen
edit-standing-part-gone = Dieser Teil zählt nicht: Die Teilung wurde zurückgenommen.
edit-standing-part-of = Das ist ein Teil einer längeren Aufzeichnung.
edit-standing-whole = Das Ganze öffnen
edit-standing-changed = { $count ->
    [one] Eine Änderung von Hand gilt.
   *[other] { $count } Änderungen von Hand gelten.
} Bearbeiten, dann Verlauf zeigt, was aufgezeichnet wurde.
raw-title = Was korrigiert wurde
raw-of-channel = { $channel }: { $count ->
    [one] ein Wert markiert
   *[other] { $count } Werte markiert
}
raw-show = Rohwerte zeigen
raw-hide = Rohwerte ausblenden
raw-raw = wie aufgezeichnet
raw-used = verwendet
raw-shown = { $channel } wie aufgezeichnet und wie verwendet: { $kept } von { $recorded } Werten werden verwendet
raw-limits = Grenzen ändern
raw-limits-hint = Jenseits davon werden Werte als verdächtig markiert und nicht verwendet. Gelöscht werden sie nie.
raw-limits-for = Sie gelten für
raw-limits-this = diese Aktivität
raw-limits-all = jede Aktivität des Athleten
raw-limits-save = Mit diesen Grenzen neu markieren
raw-limits-said = { $count ->
    [one] Neu markiert: eine Aktivität geändert
   *[other] Neu markiert: { $count } Aktivitäten geändert
}
raw-limits-would = Verdächtige Werte in dieser Aktivität: jetzt { $before }, mit diesen Grenzen { $after }
raw-limits-same = Diese Aktivität bleibt, wie sie ist.
raw-hr-min = Niedrigste Herzfrequenz
raw-hr-max = Höchste Herzfrequenz
raw-hr-step = Schnellste Änderung der Herzfrequenz
raw-power-max = Höchste Leistung
raw-run-speed-max = Höchste Laufgeschwindigkeit
raw-climb-max = Schnellste Änderung der Höhe
cli-revision-standing = gilt
cli-revision-undone = zurückgenommen
cli-revision-none = Niemand hat diese Aktivität geändert.
cli-revision-part = Teil { $number }: { $id }

## Roster triage: the queue, what the coach decides about a row, the call list (triage-*)

triage-no-fresh-data = Keine frischen Daten
triage-no-squad = Ohne Gruppe
triage-reviewed = Diese Woche durchgesehen
triage-snoozed = Zurückgestellt
triage-progress = { $done } durchgesehen, { $left } übrig
triage-col-load = Belastung 14 T, 7 T
triage-col-done = Getan
triage-col-next = Nächste Einheit
triage-col-note = Letzte Notiz
triage-load-hint = Balken: die letzten 14 Tage. Zahl: die letzten 7 Tage, und wie weit das über oder unter einer üblichen Woche liegt.
triage-change = { $percent } %
triage-done = { $done } von { $planned }
triage-done-words = Die letzten 14 Tage: { $done } von { $planned } Einheiten getan, { $minutes } von { $of } min. Tage, an denen aus gutem Grund nicht trainiert wurde, zählen nicht.
triage-data-age = neueste Daten { $age }
triage-race-soon = Wettkampf bald
triage-band-below = Morgen unter dem Üblichen
triage-band-usual = Morgen wie üblich
triage-band-above = Morgen über dem Üblichen
triage-source-proposed = vorgeschlagen
triage-source-coach = vom Coach
triage-source-club = vom Verein
triage-reviewed-on = durchgesehen { $day }
triage-reviewed-earlier = zuletzt durchgesehen { $day }
triage-changed-since = seit der Durchsicht verändert
triage-snoozed-until = zurückgestellt bis { $day }
triage-woken = früher zurück: ein schlimmerer Grund
triage-on-call-list = auf der Anrufliste
triage-by = Einteilung
triage-by-severity = Dringlichkeit
triage-by-squad = Gruppe
triage-any = { $what }: alle
triage-filter-reason = Grund
triage-filter-sport = Sportart
triage-filter-save = Diesen Filter behalten
triage-filter-name = Name des Filters
triage-filter-clear = Alle zeigen
triage-filter-drop = Filter { $name } vergessen
triage-calls = Anrufliste
triage-calls-of = Anrufliste vom { $day }
triage-calls-none = Niemand steht auf der Anrufliste.
triage-calls-hint = Wähle eine Zeile und drücke C.
triage-calls-copy = Als Text kopieren
triage-calls-print = Drucken
triage-calls-copied = Die Anrufliste ist kopiert.
triage-calls-not-copied = Die Anrufliste konnte nicht kopiert werden.
triage-calls-not-copied-next = Erlaube dieser Seite die Zwischenablage, oder drucke die Liste.
triage-call-line = Was du fragen willst
triage-call-said = Was gesagt wurde:
triage-call-off = { $name } von der Anrufliste nehmen
triage-call-note = Letzte Notiz, { $day }: { $note }
triage-note-about = Notiz zu { $name }
triage-templates = Häufige Notizen
triage-template-called = Angerufen. Alles gut.
triage-template-rest = Um zwei lockere Tage gebeten.
triage-template-sleep = Diese Woche auf Schlaf und Morgenwerte achten.
triage-template-talk = Bei der nächsten Einheit darüber sprechen.
triage-snooze = { $name } zurückstellen
triage-snooze-until = Bis wann
triage-snooze-days = { $days ->
    [1] Einen Tag, bis { $day }
    [7] Eine Woche, bis { $day }
   *[other] { $days } Tage, bis { $day }
}
triage-snooze-hint = Die Zeile kommt an diesem Tag wieder, oder sobald ein schlimmerer Grund auftaucht.
triage-did-review = Durchgesehen: { $name }
triage-did-snooze = Zurückgestellt: { $name }
triage-did-call = Auf der Anrufliste: { $name }
triage-did-back = Zurückgenommen: { $name }
triage-did-approve = Woche freigegeben: { $name }
triage-approve-none = Es gibt keinen Wochenentwurf, den du freigeben könntest.
triage-approve-done = Diese Woche ist schon freigegeben.
triage-approve-look = Diese Woche braucht erst einen Blick: P öffnet sie.
triage-beside = Gewählter Athlet
triage-beside-none = Wähle eine Zeile mit J und K.
triage-days-title = Belastung von 14 Tagen
triage-days = Belastung der letzten 14 Tage: { $done } Punkte getan, { $planned } geplant
triage-planned = geplant
triage-done-word = getan
triage-excused = konnte nicht trainieren
triage-contributors = Woraus die Bereitschaft besteht
triage-effect = Abstand vom Üblichen in Standardabweichungen; plus ist besser
triage-next = Nächste Einheiten
triage-next-none = Nichts ist geplant.
triage-notes = Letzte Notizen
triage-notes-none = Noch keine Notizen.
triage-key-next = Nächster Athlet
triage-key-back = Voriger Athlet
triage-key-review = Durchgesehen, und weiter zum nächsten
triage-key-snooze = Den Athleten zurückstellen
triage-key-note = Notiz zum Athleten
triage-key-call = Auf die Anrufliste, oder von ihr herunter
triage-key-approve = Den Wochenentwurf freigeben
triage-key-plan = Die Woche des Athleten öffnen
triage-key-open = Den Athleten neben der Tabelle zeigen
triage-hint-move = weiter
triage-hint-review = durchgesehen
triage-hint-snooze = zurückstellen
triage-hint-note = Notiz
triage-hint-call = Anrufliste
triage-hint-approve = freigeben
triage-hint-open = daneben

value-snooze-days = Tage, bis die Zeile wiederkommt
value-call-line = Was du fragen willst
value-filter-name = Der Name des Filters
value-filter-text = Die Wörter des Filters

## The frame: actions from everywhere, palette, keys, last actions, long work (action-*, area-*, palette-*, keys-*, undo-*, redo-*, history-*, notice-*, notices-*, work-*, path-*, about-*, menu-*)
area-file = Datei
area-edit = Bearbeiten
area-club = Verein
area-view = Ansicht
area-help = Hilfe
action-new-roster = Neuer Kader …
action-open-roster = Kader öffnen …
action-open-sample = Beispielverein öffnen
action-import-files = Dateien importieren …
action-import-folder = Ordner importieren …
action-export = Plan der Woche exportieren
action-export-where = Wähle Athlet und Woche; der Plan wird von dort exportiert.
action-undo = Rückgängig
action-redo = Wiederholen
action-history = Letzte Schritte
action-add-athlete = Athlet hinzufügen …
action-add-activity = Aktivität eintragen …
action-squad-morning = Morgenwerte einer Gruppe eintragen …
action-draft-all = Kommende Woche für alle entwerfen
action-approve-green = Alle Wochen freigeben, die keinen Blick brauchen
action-palette = Finden oder tun …
action-go-roster = Kader
action-go-board = Plantafel
action-go-week = Woche
action-go-availability = Verfügbarkeit
action-go-blocks = Vereinstermine
action-go-library = Bibliothek
action-go-import = Import
action-go-settings = Einstellungen
action-go-planning = Wie der Planer eingestellt ist
action-go-rules = Was Aufmerksamkeit verlangt
action-go-plan-file = Eine Plandatei lesen
action-go-privacy = Datenschutz
action-go-journal = Journal der Änderungen
action-next-theme = Nächste Darstellung
action-theme-is = Darstellung: { $theme }
action-notices = Lange Arbeiten
action-shortcuts = Tastenkürzel
action-gallery = Teile der Bildschirme
action-about = Über Trackside

palette = Finden oder tun
palette-field = Athlet, Seite oder Aktion
palette-athletes = Athleten
palette-recent = Zuletzt benutzt
palette-season = Saison
palette-season-of = { $name }: Saison
palette-week-of = { $name }: Woche
palette-nothing = Nichts passt
palette-found = { $count ->
    [one] Eine Zeile
   *[other] { $count } Zeilen
  }
keys-hint = Die Tasten wirken, solange kein Feld die Tastatur hat und kein Dialog offen ist. Tasten mit Strg oder Umschalt drückst du zusammen, andere nacheinander.

undo = Rückgängig
redo = Wiederholen
undo-nothing = Es gibt nichts rückgängig zu machen.
redo-nothing = Es gibt nichts zu wiederholen.
undo-done = Zurückgenommen: { $what }
redo-done = Wieder getan: { $what }
undo-refused = Nicht zurückgenommen: { $what }
redo-refused = Nicht wieder getan: { $what }
undo-not-there = Es ist nicht mehr da.
undo-added = Hinzugefügt: { $what }
undo-changed = Geändert: { $what }
undo-withdrawn = Zurückgenommen: { $what }
undo-override = { $session }: { $change }
undo-swap = { $session }: Platz getauscht
undo-reverted = { $session }: zurück zum Vorschlag
undo-approved = { $week } freigegeben
undo-approval-withdrawn = Freigabe von { $week } zurückgenommen
undo-approved-green = { $week } freigegeben für { $count ->
    [one] einen Athleten
   *[other] { $count } Athleten
  }
undo-import = Import von { $files ->
    [one] einer Datei
   *[other] { $files } Dateien
  }
undo-import-taken-back = Import zurückgenommen
undo-import-again = Import wieder geholt

history-hint = Zurück heißt: eine neue Zeile. Aus dem Journal verschwindet nichts.
history-none = Noch nichts getan
history-none-hint = Was du änderst, steht hier mit dem Weg zurück. Die Liste beginnt mit jedem Start neu.
history-done = gilt
history-undone = zurückgenommen
history-refused = abgelehnt

notices-running = Läuft
notices-none-running = Nichts läuft.
notices-ended = Fertig
notices-none = Noch nichts fertig
notices-none-hint = Importe, Entwürfe, Exporte und Neuberechnungen stehen hier, während sie laufen und danach.
notices-clear = Liste leeren
notices-dismiss = Weglegen
notices-count-running = { $count ->
    [one] Eine Arbeit läuft
   *[other] { $count } Arbeiten laufen
  }
notices-count-ended = { $count ->
    [one] Eine Arbeit ist fertig
   *[other] { $count } Arbeiten sind fertig
  }
notice-done = fertig
notice-stopped = angehalten
notice-failed = gescheitert
notice-told = { $done } von { $total } getan
notice-told-stopped = Angehalten nach { $done } von { $total }. Was bis dahin getan war, bleibt.
notice-look = Ansehen
notice-opened = { $name } ist offen.
work-preview = Dateien werden gelesen
work-import = Import
work-recompute = Neu berechnen
work-draft = Wochen entwerfen
work-export = Export
work-limits = Aufzeichnungen neu prüfen

path-copy = Pfad kopieren
path-copied = Der Pfad ist in der Zwischenablage.
path-not-copied = Das System ließ den Pfad nicht in die Zwischenablage. Markiere und kopiere ihn von Hand.
path-show = Im Ordner zeigen

about-title = Über Trackside
about-version = Trackside { $version }, ein Arbeitsplatz für Coaches im Ausdauersport.
about-licence = MIT oder Apache-2.0, wie du magst.

board-drafted-not-reached = { $count ->
    [one] eine nicht erreicht
   *[other] { $count } nicht erreicht
  }
drafted-not-reached = nicht erreicht
season-key-goal = Ziel
season-key-earlier = frühere Wochen
season-key-later = spätere Wochen
fault-no-file-manager-what = Das System hat kein Programm, das Ordner zeigt: { $detail }.
fault-no-file-manager-next = Kopiere den Pfad und öffne ihn von Hand.
menu-cut = Ausschneiden
menu-copy = Kopieren
menu-paste = Einfügen
menu-select-all = Alles auswählen
menu-zoom-in = Größer
menu-zoom-out = Kleiner
menu-zoom-reset = Übliche Größe
menu-full-screen = Vollbild
menu-quit = Beenden

## Athlete's page

athlete-tabs = Teile der Seite
athlete-tab-today = Heute
athlete-tab-load = Belastung
athlete-tab-readiness = Bereitschaft
athlete-tab-curve = Kurve
athlete-tab-history = Verlauf
athlete-tab-settings = Einstellungen
athlete-tab-data = Daten
athlete-eyes = So sieht es der Athlet
athlete-eyes-hint = Einfache Worte, nur geteilte Notizen. Was nur für den Coach ist, wird gar nicht erst an diese Seite geschickt.
athlete-answer = Die Antwort von heute
athlete-answer-ill = Heute krank gemeldet: Ruhe kommt vor jeder Zahl.
athlete-answer-injured = Heute verletzt gemeldet: das kommt vor jeder Zahl.
athlete-answer-unknown = Die Bereitschaft ist heute nicht bekannt: { $why }.
athlete-answer-below = Die Bereitschaft liegt unter dem Üblichen: { $score } von 100, Spanne { $low } bis { $high }.
athlete-answer-usual = Die Bereitschaft ist etwa wie üblich: { $score } von 100, Spanne { $low } bis { $high }.
athlete-answer-above = Die Bereitschaft liegt über dem Üblichen: { $score } von 100, Spanne { $low } bis { $high }.
athlete-answer-below-own = Du wirkst weniger frisch als sonst ({ $score } von 100, irgendwo zwischen { $low } und { $high }).
athlete-answer-usual-own = Du wirkst etwa so frisch wie sonst ({ $score } von 100, irgendwo zwischen { $low } und { $high }).
athlete-answer-above-own = Du wirkst frischer als sonst ({ $score } von 100, irgendwo zwischen { $low } und { $high }).
athlete-answer-stale = Das ist { $age }.
athlete-answer-because-worse = Am weitesten vom Üblichen, auf der schlechteren Seite: { $signal }.
athlete-answer-because-better = Am weitesten vom Üblichen, auf der besseren Seite: { $signal }.
athlete-answer-no-plan = Diese Woche hat noch keinen Plan.
athlete-answer-free = Heute ist nichts geplant.
athlete-answer-planned = Heute geplant: { $sessions }.
athlete-answer-session = { $title } ({ $minutes } h, Belastung { $load })
athlete-answer-done = { $title } ({ $minutes } h, Belastung { $load }, erledigt)
athlete-answer-nothing = Nichts braucht dich.
athlete-answer-more = { $count ->
    [one] {" "}Ein weiterer Grund steht unten.
   *[other] {" "}{ $count } weitere Gründe stehen unten.
}
screen-span-three-months = 3 Monate
screen-span-three-years = 3 Jahre
screen-span-all = Alles
screen-load-title = Belastung und Fitness
screen-load-caption-ahead = Gefüllt ist getan, hohl ist geplant; gestrichelt sind Fitness, Ermüdung und Form, wenn der Plan trainiert wird, das Band ist, was die Grenzen der Saison lassen.
screen-intensity = Wie leicht, wie hart
screen-intensity-easy = Leicht
screen-intensity-middle = Mittel
screen-intensity-hard = Hart
screen-intensity-polarised = Polarisiert: von { $hours } Stunden in dieser Spanne waren { $easy } % leicht, { $middle } % zwischen den Schwellen und { $hard } % hart. { $coverage } % der Ausdauerzeit ließen sich zuordnen.
screen-intensity-pyramidal = Pyramidal, je härter desto weniger: von { $hours } Stunden in dieser Spanne waren { $easy } % leicht, { $middle } % zwischen den Schwellen und { $hard } % hart. { $coverage } % der Ausdauerzeit ließen sich zuordnen.
screen-intensity-threshold = Das meiste lag zwischen den Schwellen: von { $hours } Stunden in dieser Spanne waren { $easy } % leicht, { $middle } % dazwischen und { $hard } % hart. { $coverage } % der Ausdauerzeit ließen sich zuordnen.
screen-intensity-mixed = Keine übliche Form: von { $hours } Stunden in dieser Spanne waren { $easy } % leicht, { $middle } % zwischen den Schwellen und { $hard } % hart. { $coverage } % der Ausdauerzeit ließen sich zuordnen.
screen-intensity-none = In dieser Spanne lässt sich nichts nach Intensität ordnen
screen-intensity-none-hint = Dazu braucht es Herzfrequenz, Leistung oder Tempo und die Schwellen, die gelten. Trage sie unter Einstellungen ein.
athlete-readiness = Bereitschaft im Verlauf
athlete-readiness-none = Noch keine Bereitschaft
athlete-readiness-none-hint = Ein paar Morgen mit Schlaf, Herzfrequenzvariabilität oder Antworten ergeben sie. Trage oben den heutigen Morgen ein oder lies eine Wellnessdatei ein.
athlete-readiness-rows-hint = Jeder kurze Strich ist ein Tag, die Linie das Mittel von sieben Tagen; gestrichelt ist das eigene übliche Band. Die Zeilen bewegen sich gemeinsam.
athlete-row-title = { $signal }: { $days ->
    [one] ein Tag bekannt
   *[other] { $days } Tage bekannt
}, zuletzt { $value } { $unit }
athlete-row-low = üblich, unten
athlete-row-high = üblich, oben
athlete-row-day = Tag
athlete-row-week = 7 Tage
athlete-curve = Bestes nach Dauer
athlete-curve-lately = Was als zuletzt gilt
athlete-curve-none = Noch keine Kurve
athlete-curve-none-hint = Aktivitäten mit Leistung, Tempo oder Herzfrequenz ergeben sie. Lies welche ein, und das Beste jeder Dauer steht hier.
athlete-curve-now = zuletzt
athlete-curve-year-ago = vor einem Jahr
athlete-curve-ever = überhaupt
athlete-curve-change = Änderung in einem Jahr
athlete-bests = Bestes nach Dauer
athlete-best-new = neu
athlete-best-when = Wann es am besten war
athlete-happened = Was war
athlete-happened-none = Noch ist nichts aufgeschrieben
athlete-happened-none-hint = Notizen, Krankheit, Marken, Wettkämpfe und geänderte Einstellungen stehen hier nach Monaten.
athlete-kind-ill = Gesundheit
athlete-kind-mark = Marke
athlete-kind-note = Notiz
athlete-kind-race = Wettkampf
athlete-kind-settings = Einstellungen
athlete-days = { $from } – { $to }
athlete-held = Einstellungen im Verlauf
athlete-held-same = Kein Wert geändert
athlete-held-by = { $author }, { $at }
athlete-held-replaced = ersetzt
athlete-held-set = { $name } { $now }
athlete-held-changed = { $name } { $now } (vorher { $before })
athlete-held-hr-max = höchste HF
athlete-held-hr-rest = Ruhepuls
athlete-held-cp = CP
athlete-held-vt1 = VT1
athlete-held-vt2 = VT2
athlete-held-mass = Körpermasse
athlete-held-sleep = Schlafbedarf
athlete-goal-none = Noch führt keine Saison irgendwohin.
athlete-goal-weeks = { $name }: die Wochen, wie sie geplant sind.
athlete-goal-fitness = { $name }: Fitness { $asked } am { $day }. Jetzt { $now }; die geplanten Wochen führen auf { $planned }.
athlete-goal-fitness-beyond = { $name }: Fitness { $asked } am { $day } liegt jenseits der Grenzen. Jetzt { $now }; höchstens { $most } sind erreichbar, wie geplant { $planned }.
athlete-goal-peak = { $name }: eine Woche mit { $asked } Punkten; die höchste geplante hat { $planned }.
athlete-goal-peak-beyond = { $name }: eine Woche mit { $asked } Punkten liegt jenseits der Grenzen; höchstens lassen sie { $most }, geplant sind { $planned }.
## end of athlete's page

## First start, many athletes at once, tour, help, presentation, race week (start-*, newcomer*, tour-*, help-*, present-*, race-*)
start-lead = Dieser Kader ist leer. Was du hineintust, bleibt auf diesem Rechner.
start-use = Wofür nutzt du Trackside?
start-club = Ich trainiere einen Verein
start-club-text = Wer mich braucht, jede Woche mit Gründen, Pläne zum Weitergeben.
start-own = Meine eigenen Daten
start-own-text = Ein Kader für einen: deine Einheiten, deine Morgen, deine Verläufe, in einfachen Worten.
start-sample = Erst einmal umsehen
start-sample-text = Ein erfundener Verein mit den Daten einer Saison. Nichts daran ist echt, und er bleibt von deinem Kader getrennt.
start-import = Einlesen, was da ist
start-import-text = Wähle Dateien oder einen Ordner mit einem Ordner je Athlet. Du siehst, was gefunden wurde, bevor etwas übernommen wird; wer fehlt, lässt sich dort anlegen.
start-one = Einzeln
start-one-text = Name, Geburtstag und Gruppe in einem kleinen Formular.
start-own-title = Über dich
start-own-hint = Dein Name steht in Plandateien und Exporten. Geburtstag und Geschlecht brauchen manche Formeln; beides darf leer bleiben.
start-own-begin = Los
start-reading-hint = Uhr, Pace oder Geschwindigkeit und alles andere stehen in den Einstellungen.
start-tour = Neu hier? Sieben Schritte zeigen, was wo ist.
start-tour-no = Nein, danke

newcomers-title = Eine Namensliste
newcomers-text = Füge Zeilen aus einer Tabelle ein oder öffne eine Datei. Ein Athlet je Zeile; der Name allein genügt.
newcomers-list = Die Liste
newcomers-example = Name, geboren, Geschlecht, Gruppe
newcomers-hint = Spalten: Name, geboren (2001-07-30 oder 30.7.2001), Geschlecht (w oder m), Gruppe; in dieser Reihenfolge oder unter einer Zeile, die sie nennt. Dazwischen Kommas, Semikolons oder Tabulatoren.
newcomers-open = Datei öffnen
newcomers-unread = { $name } ist kein lesbarer Text.
newcomers-preview = Was aus jeder Zeile wird
newcomers-line = Zeile
newcomers-becomes = Wird
newcomers-comes = wird angelegt
newcomers-add = { $count ->
    [0] Athleten anlegen
    [one] Einen Athleten anlegen
   *[other] { $count } Athleten anlegen
  }
newcomers-added = { $count ->
    [one] Ein Athlet angelegt.
   *[other] { $count } Athleten angelegt.
  }
newcomer-no-name = kein Name
newcomer-bad-name = „{ $text }“ ist zu lang für einen Namen oder hat Zeichen, die kein Name hat
newcomer-bad-day = „{ $text }“ ist kein Geburtstag: schreibe 2001-07-30 oder 30.7.2001
newcomer-bad-sex = „{ $text }“ ist weder w noch m: leer lassen, wenn nichts gesagt ist
newcomer-bad-squad = „{ $text }“ ist zu lang für eine Gruppe oder hat Zeichen, die keine Gruppe hat
newcomer-known = { $text } gibt es schon
newcomer-too-many = eine Liste legt höchstens { $most } Athleten an

tour-step = Schritt { $step } von { $of }
tour-skip = Rundgang überspringen
tour-back = Zurück
tour-next = Weiter
tour-done = Fertig
tour-roster = Wer braucht mich
tour-roster-text = Alle in einer Reihe, das Dringendste zuerst. Fehlende oder alte Daten sind eine eigene Gruppe: Sie sind kein schlechtes Zeichen. J und K gehen weiter, je eine Taste für gesehen, zurückstellen, Notiz und Plan.
tour-reasons = Warum
tour-reasons-text = Jede Zeile nennt ihre Gründe in Worten, mit der Zahl dahinter. Nichts hier sagt eine Verletzung voraus; es sagt, was ungewöhnlich ist.
tour-week = Die Woche, mit Gründen
tour-week-text = Eine vorgeschlagene Woche hält jede Grenze ein, und jede Einheit sagt, warum sie dort steht. Wo zu wenig bekannt ist, bekommst du eine Vorlagenwoche und erfährst es.
tour-override = Dein Wort zählt
tour-override-text = Ändere, verschiebe, tausche oder streiche alles, mit einem Grund. Der Vorschlag bleibt hinter deiner Änderung, und ein Schritt holt ihn zurück.
tour-export = Weitergeben
tour-export-text = Eine signierte Plandatei oder eine Seite zum Drucken. Wer sie liest, kann prüfen, dass niemand den Plan verändert hat.
tour-import = Einheiten einlesen
tour-import-text = Zieh Dateien, einen Ordner oder ein Archiv irgendwo ins Fenster. Du siehst, was gefunden wurde, bevor es übernommen wird; ein Schritt nimmt es zurück.
tour-keys = Von überall
tour-keys-text = Finde hier oder mit Strg K einen Athleten, eine Ansicht oder eine Aktion. Das Fragezeichen zeigt die Tasten der Seite, auf der du bist.

help-under = Was jede Zahl bedeutet, wie gut sie belegt ist, und wie etwas geht
help-search = Hilfe durchsuchen
help-search-hint = In allen Seiten, Wörter in beliebiger Reihenfolge
help-contents = Seiten der Hilfe
help-found = { $count ->
    [one] Eine Stelle
   *[other] { $count } Stellen
  }
help-none = Nichts gefunden
help-none-hint = Versuche weniger Wörter oder den englischen Namen einer Zahl.
help-about = Was ist { $what }?
help-in-english = Die Hilfe ist auf Englisch geschrieben.

action-help = Hilfe
action-tour = Rundgang machen
action-presentation = Vorführmodus
action-cover-names = Namen und private Notizen verdecken
present-title = Vorführmodus
present-text = Größere Schrift und nichts am Rand, für einen Beamer. Namen lassen sich verdecken: Alle werden zu Nummern, auf jeder Ansicht, und private Notizen sind verborgen. Ein Spitzname in einer geteilten Notiz bleibt stehen. Endet mit dem Programm.
present-begin = Beginnen
present-athlete = Athlet { $number }
present-private = (private Notiz)
present-cover = Namen verdecken
present-uncover = Namen zeigen
present-covered = Namen und private Notizen sind verdeckt
present-bare = Namen sind zu sehen
present-leave = Beenden

race-week = Wettkampfwoche
race-athlete = Zum Athleten
race-print = Wettkampfblatt drucken
race-priority = { $priority }-Wettkampf
race-targets = Zielzeit
race-no-formula = Für diesen Wettkampf gibt es keine Formel, deren Quelle wir kennen; was hier steht, ist vom Coach.
race-weather = Wind und Wetter
race-weather-hint = In deinen Worten. Hitze und Höhe verändern die Zeit; Wind, Regen und Boden nicht: Eine Formel mit Quelle ist nicht eingebaut.
race-weather-uncounted = Wind, Regen und Boden sind nicht eingerechnet: Dafür gibt es hier keine Formel mit Quelle.
race-pacing = Einteilung
race-pacing-for = Gleiche Anstrengung über das Profil, für { $time }. Bergauf langsamer, bergab schneller, nach dem, was Steigungen kosten.
race-even = Gleichmäßig: { $pace } für { $time }.
race-no-course = Wähle im Blatt eine Aufzeichnung der Strecke, um nach ihrem Profil einzuteilen.
race-no-aim = Keine Zeit zum Einteilen
race-no-aim-hint = Trage im Blatt eine Zielzeit ein, oder ein Ergebnis, aus dem sich eine Zeit erwarten lässt.
race-slope = Steigung
race-at = Bei
race-sheet = Essen, Ausrüstung und der Rest
race-sheet-none = Noch nichts ausgemacht
race-sheet-none-hint = Wetter, Strecke, Essen und Ausrüstung: Was hier steht, wird mit den Zeiten auf eine Seite gedruckt.
race-sheet-edit = Blatt schreiben
race-sheet-save = Behalten
race-sheet-earlier = Frühere Fassungen
race-sheet-version = Fassung { $version }, { $author }, { $at }
race-fuel = Essen und Trinken
race-fuel-example = Frühstück 3 h vorher; alle 30 min ein Gel mit Wasser
race-kit = Ausrüstung
race-kit-example = Schuhe, Trikot, Nummer, Handschuhe unter 5°
race-target = Zeit zum Einteilen
race-target-hint = Leer: die erwartete Zeit
race-course = Strecke
race-course-hint = Eine Aufzeichnung von etwa dieser Länge
race-course-none = Keine: gleichmäßig
race-course-one = { $day }, { $distance }
race-course-kept = Die früher gewählte Aufzeichnung
race-taper = Die drei Wochen davor, neben früheren Wettkämpfen
race-taper-hint = Jeder Balken ist die Belastung eines Tages: gefüllt, was getan ist, hohl, was geplant ist, ein Punkt, wo es niemand weiß. Alle Zeilen haben einen Maßstab. Unter jeder Zeile ihre Wochen, als Anteil einer üblichen Woche.
race-taper-now = Dieser Wettkampf
race-taper-none = Kein früherer Wettkampf mit Ergebnis
race-taper-none-hint = Sobald ein Wettkampf dieser Sportart ein Ergebnis hat, stehen die Wochen davor hier zum Vergleich.
race-taper-usual = übliche Woche { $points } Punkte
race-taper-said = { $name }: dritte Woche davor { $third }, zweite { $second }, letzte { $last } einer üblichen Woche.
race-taper-science = In Studien half ein Taper von etwa zwei Wochen mit 41 bis 60 % weniger Umfang bei gleicher Intensität am meisten (Bosquet 2007, Wang 2023). Diese Zeilen zeigen Belastung; sie sinkt mit dem Umfang und mit der Intensität.
race-days-to-go = noch { $days } Tage
race-unknown = nicht bekannt
race-result = Was daraus wurde
race-not-yet = Der Wettkampf kommt noch
race-not-yet-hint = Trage danach hier das Ergebnis ein: Es steht neben dem, was erwartet wurde.
race-no-result = Noch kein Ergebnis
race-no-result-hint = Die Zeit, das Wetter des Tages und in ein paar Worten, wie es lief.
race-enter-result = Ergebnis eintragen
race-change-result = Ergebnis zurücknehmen oder ein weiteres eintragen
race-expected = Erwartet
race-time = Zeit
race-range = Zum Bereich
race-race = Wettkampf
race-within = darin
race-faster = schneller
race-slower = langsamer
race-held = Wie frühere Bereiche hielten
race-held-none = Kein früherer Wettkampf zum Vergleich
race-held-none-hint = Es braucht einen Wettkampf mit Ergebnis und davor ein Ergebnis, aus dem sich eine Zeit erwarten lässt.
race-held-sum = { $within } von { $of } früheren Zeiten lagen im Bereich, der vier von fünf halten soll.
race-held-hint = Jeder Bereich ist das, was das heutige Verfahren aus dem gibt, was vor diesem Wettkampf bekannt war, bei seinem Wetter. Wenige Wettkämpfe sagen wenig über einen Bereich.
race-open = Wettkampfwoche: { $name }

value-list = Die Liste
value-weather = Das Wetter
value-pacing = Die Einteilung
value-fuel = Essen und Trinken
value-kit = Die Ausrüstung

## At the door of the loopback server
fault-door-other-site-what = Diese Anfrage kam unter einem anderen Namen oder von einer anderen Seite und wurde nicht beantwortet.
fault-door-other-site-next = Öffne die Adresse, die das Programm gezeigt hat, in einem eigenen Tab.
fault-door-not-opened-what = Dieser Browser wurde seit dem Start des Programms nicht eingelassen.
fault-door-not-opened-next = Öffne die neueste Adresse, die das Programm gezeigt hat; jede öffnet einen Browser, einmal.
fault-door-keys-what = Es wurden zu viele falsche Adressen versucht.
fault-door-keys-next = Warte { $seconds } s und öffne dann die neueste Adresse, die das Programm gezeigt hat.
fault-door-calls-what = Das Programm wurde in einem Augenblick mehr gefragt, als ein Mensch fragen kann.
fault-door-calls-next = Warte { $seconds } s und versuche es noch einmal; schließe Tabs, die immer wieder laden.
fault-door-large-what = Das ist zu groß, um am Stück übergeben zu werden; höchstens { $megabytes } MB werden angenommen.
fault-door-large-next = Übergib es in kleineren Teilen, oder importiere es über seinen Pfad mit der Befehlszeile.
fault-door-slow-what = Die Anfrage kam innerhalb von { $seconds } s nicht an ihr Ende.
fault-door-slow-next = Versuche es noch einmal; nichts wurde verändert.
fault-door-not-json-what = Die Anfrage ist kein JSON-Text.
fault-door-not-json-next = Schicke sie als application/json, in UTF-8.

## Keys, plan files of others, encrypted files (fault-*, key-*, keyring-*, plan-read-*, plan-would-*, plan-collides-*, plan-texts-*, cli-key-*)
fault-passphrase-wanted-what = Die Datei ist verschlüsselt.
fault-passphrase-wanted-next = Gib das Passwort ein, das dir der Verfasser gesagt hat.
fault-not-a-key-file-what = Die Datei enthält keine Schlüssel dieses Programms.
fault-not-a-key-file-next = Prüfe, ob es die Datei ist, die du mit „Meine Schlüssel sichern“ geschrieben hast.
fault-key-revoked-what = Der Schlüssel von { $name } wurde widerrufen; nichts damit Signiertes wird übernommen.
fault-key-revoked-next = Bitte { $name } um einen Plan, der mit dem neuen Schlüssel signiert ist.
fault-not-in-file-what = Eine gewählte Einheit lässt sich nicht aus dieser Datei übernehmen.
fault-not-in-file-next = Lies die Datei noch einmal und wähle unter den Einheiten, die sie zeigt.
fault-nothing-taken-what = Nichts, was aus dieser Datei übernommen wurde, zählt hier noch.
fault-nothing-taken-next = Vielleicht wurde es schon zurückgenommen; sieh in den Verlauf der Woche.
fault-no-such-text-what = Ein Text, der mitgegeben werden soll, gehört nicht zu dieser Woche.
fault-no-such-text-next = Öffne den Export noch einmal und wähle unter den Texten, die er zeigt.
fault-other-file-what = Die Plandatei ist nicht die, die gelesen wurde.
fault-other-file-next = Lies sie noch einmal und wähle dann, was du übernimmst.
fault-key-name-taken-what = Unter dem Namen { $name } ist schon ein anderer Schlüssel bekannt.
fault-key-name-taken-next = Gib diesem einen Namen, der beide unterscheidet, oder glaube zuerst dem anderen Schlüssel nicht mehr.
fault-only-the-name-what = Nur der Name { $name } sagt, wessen Plan das ist.
fault-only-the-name-next = Vergewissere dich, dass es dieselbe Person ist, und nenne sie dann mit --athlete.
fault-sealed-not-what = Die Datei ist nicht so verschlüsselt, wie dieses Programm es liest.
fault-sealed-not-next = Prüfe, ob es die richtige Datei ist.
fault-sealed-unknown-what = Die Datei ist auf eine Weise verschlüsselt, die dieses Programm nicht kennt.
fault-sealed-unknown-next = Bitte den Verfasser, sie mit Trackside neu zu schreiben.
fault-sealed-wrong-what = Das Passwort oder der Schlüssel öffnet diese Datei nicht.
fault-sealed-wrong-next = Prüfe das Passwort mit dem Verfasser; Großschreibung und Leerzeichen zählen.
fault-sealed-damaged-what = Die verschlüsselte Datei ist abgeschnitten oder wurde verändert.
fault-sealed-damaged-next = Bitte den Verfasser, sie noch einmal zu senden.
fault-sealed-large-what = Die verschlüsselte Datei enthält mehr als { $limit } Bytes.
fault-sealed-large-next = Prüfe, ob es die richtige Datei ist.
fault-passphrase-short-what = Das Passwort ist zu kurz.
fault-passphrase-short-next = Nimm mindestens { $least } Zeichen; mehrere Wörter merken sich leicht.
fault-bad-recipient-what = Der Schlüssel eines Empfängers fehlt oder ist keiner.
fault-bad-recipient-next = Füge den Leseschlüssel ein, wie er in den Einstellungen des Empfängers steht; er beginnt mit age1.
key-state-known = schon begegnet
key-state-trusted = verglichen
key-state-revoked = widerrufen
key-standing-own = dein eigener Schlüssel
key-standing-stranger = ein Schlüssel, der hier noch nie vorkam
key-standing-other-key = ein anderer Schlüssel als der, der unter diesem Namen bekannt ist
key-standing-known = ein bekannter Schlüssel, nicht verglichen
key-standing-trusted = ein bekannter Schlüssel, verglichen
key-standing-revoked = ein widerrufener Schlüssel
key-statement-believed = { $author } hat den Schlüssel { $fingerprint } aufgegeben; ihm wird hier nicht mehr geglaubt.
key-statement-next = { $author } hat den Schlüssel { $fingerprint } aufgegeben; ihm wird hier nicht mehr geglaubt. Der neue ist auf das Wort des alten hin bekannt: Vergleicht seine Wörter. { $words }
key-statement-lost = { $author } hat den Schlüssel { $fingerprint } verloren; weder ihm noch einem Schlüssel, der auf sein Wort hin bekannt war, wird hier noch geglaubt. Vergleicht die Wörter des neuen.
key-statement-unknown = { $author } hat den Schlüssel { $fingerprint } aufgegeben, der hier nicht bekannt war. Nichts wurde geändert.
plan-read-nobody = Niemand in diesem Kader passt; sag, wessen Plan es ist.
plan-read-undrafted = Die Woche von { $name } ist hier noch nicht entworfen. Entwirf sie zuerst, dann lassen sich Einheiten übernehmen.
plan-would-nothing = steht schon hier
plan-would-add = neu
plan-would-change = ändert
plan-would-remove = nimmt heraus
plan-collides-past = der Tag ist vorbei
plan-collides-locked = hier gesperrt
plan-collides-edited = hier von Hand geändert
plan-collides-club = vom Verein festgelegt
plan-collides-approved = die Woche ist freigegeben
plan-collides-revoked = beruht auf einem widerrufenen Schlüssel
plan-withheld = Weggelassen: { $notes } private Notizen, { $texts } Texte von Änderungen.
plan-read-title = Plandatei lesen
plan-read-under = Wer sie signiert hat, was sie hier täte, und was du davon übernimmst.
plan-read-choose = Plandatei wählen
plan-read-empty = Noch keine Plandatei
plan-read-empty-hint = Lass eine .tsplan-Datei irgendwo im Fenster fallen, öffne eine mit Trackside oder wähle oben eine.
plan-read-passphrase = Passwort
plan-read-open = Öffnen
plan-read-sealed = verschlüsselt
plan-read-notes = Notizen in der Datei
plan-read-what = Plan für { $athlete }, { $week }, geschrieben { $when }.
plan-read-here-identity = Das ist { $name } aus diesem Kader: Die Kennung ist dieselbe.
plan-read-here-name = Nur der Name passt hier zu { $name }. Prüfe, ob es dieselbe Person ist, bevor du etwas übernimmst.
plan-read-here-choice = Du liest sie für { $name }.
plan-read-same = Es ist dieselbe Person: { $name }
plan-read-as-found = Wie in der Datei gefunden
plan-read-whose = Lesen für
plan-read-sessions = Einheiten der Plandatei
plan-read-all = Mehrere Dateien
plan-read-all-hint = Übernommen wird, was unten angekreuzt ist; von selbst ist nur angekreuzt, was nichts widerspricht. Eine Datei, die eine Grenze brechen würde, wartet auf dich.
plan-read-take-all = Angekreuztes aus { $files } Dateien übernehmen
plan-read-take = { $count ->
    [0] Nichts übernehmen
    [one] Eine Einheit übernehmen
   *[other] { $count } Einheiten übernehmen
}
plan-read-untake = { $count ->
    [one] Eine Änderung aus dieser Datei zurücknehmen
   *[other] { $count } Änderungen aus dieser Datei zurücknehmen
}
plan-read-taken = { $count ->
    [one] Eine Änderung wurde gemacht; von wem sie ist, steht daneben.
   *[other] { $count } Änderungen wurden gemacht; von wem sie sind, steht daneben.
}
plan-read-untaken = Was aus der Datei übernommen wurde, zählt nicht mehr.
plan-read-changes = Wer was geändert hat
plan-col-take = Übernehmen
plan-col-day = Tag
plan-col-session = Einheit
plan-col-minutes = Dauer
plan-col-would = Hier
plan-col-here = Steht jetzt hier
plan-take-one = { $title } am { $day } übernehmen
plan-here-session = { $day }, { $title }, { $minutes }
plan-change-from = { $count ->
    [one] aus einer früheren Änderung übernommen
   *[other] aus { $count } früheren Änderungen übernommen
}
plan-signer-own = Du hast sie mit dem Schlüssel dieses Computers signiert.
plan-signer-stranger = Dieser Schlüssel kam hier noch nie vor. Vergleiche die Wörter mit dem Verfasser auf anderem Weg, etwa am Telefon; ein Name in einer Datei beweist nichts.
plan-signer-other-key = Vorsicht: Jemand mit diesem Namen hat früher mit einem anderen Schlüssel signiert. Frag nach, ob er gewechselt wurde, und vergleiche die Wörter.
plan-signer-known = Derselbe Schlüssel wie zuvor, aber die Wörter hat noch niemand verglichen.
plan-signer-trusted = Die Wörter dieses Schlüssels wurden mit seinem Inhaber verglichen.
plan-signer-revoked = Dieser Schlüssel wurde widerrufen: Nichts damit Signiertes wird übernommen.
plan-signer-name = Wie du den Verfasser nennst
plan-signer-name-hint = Von jetzt an ist dieser Schlüssel unter diesem Namen bekannt.
plan-signer-compared = Ich habe die Wörter verglichen
keyring-title = Personen, deren Schlüssel bekannt sind
keyring-hint = Ein Schlüssel ist bekannt, sobald du einen damit signierten Plan übernimmst. Verglichen heißt, dass du seine Wörter mit der Person verglichen hast.
keyring-empty = Noch niemand.
keyring-words = Wörter zum Vergleichen
keyring-recipient = Leseschlüssel, für Dateien, die für dich verschlüsselt werden
keyring-export = Meine Schlüssel sichern
keyring-export-hint = Die Datei lässt sich nur mit diesem Passwort öffnen; es hat mindestens 12 Zeichen. Wer beides hat, kann als du signieren.
keyring-exported = Deine Schlüssel wurden in { $path } gesichert.
keyring-import = Gesicherte Schlüssel verwenden
keyring-import-hint = Die bisherigen Schlüssel werden im Ordner des Programms aufgehoben.
keyring-renew = Schlüssel wechseln
keyring-renew-hint = Du bekommst einen neuen Schlüssel und eine Datei für alle, die den alten kennen.
keyring-renewed = Du hast einen neuen Schlüssel. Schicke { $path } an alle, die den alten kennen.
keyring-lost = Der alte Schlüssel ist vielleicht in anderen Händen
keyring-lost-hint = Dann glaubt niemand dem neuen Schlüssel, nur weil der alte ihn nennt: Alle müssen die Wörter neu vergleichen. Auch dein Leseschlüssel wird neu: Was für den alten verschlüsselt war, muss noch einmal geschickt werden.
keyring-why = Warum, für die, die es lesen
keyring-statement = Einen Schlüsselwechsel lesen
keyring-statement-hint = Eine .tskey-Datei, in der jemand sagt, dass der Schlüssel gewechselt wurde.
keyring-revoke = Nicht mehr glauben

## An athlete's own file (own-*, returned-*, fault-own-*)
own-file-name = { $athlete } eigene Daten
own-left-notes = { $count ->
    [one] Eine Notiz, die nicht geteilt oder von keiner Einwilligung gedeckt ist.
   *[other] { $count } Notizen, die nicht geteilt oder von keiner Einwilligung gedeckt sind.
}
own-left-texts = { $count ->
    [one] Ein Text zu einer Änderung, einer Einstellung, einem freien Tag, einem Eintrag oder einem Ergebnis: Niemand hat ihn geteilt.
   *[other] { $count } Texte zu Änderungen, Einstellungen, freien Tagen, Einträgen oder Ergebnissen: Niemand hat sie geteilt.
}
own-left-activities = { $count ->
    [one] Eine Aktivität, die keine Einwilligung deckt.
   *[other] { $count } Aktivitäten, die keine Einwilligung deckt.
}
own-left-values = { $count ->
    [one] Ein Morgenwert, den keine Einwilligung deckt.
   *[other] { $count } Morgenwerte, die keine Einwilligung deckt.
}
own-left-channels = { $count ->
    [one] Eine Messgröße, die keine Einwilligung deckt, etwa Positionen.
   *[other] { $count } Messgrößen, die keine Einwilligung deckt, etwa Positionen.
}
own-left-always = Die Dateien, wie die Geräte sie schrieben, was der Coach über die Gruppe entschieden hat, die Rechnungen der Planung und das Journal. Die Dateien sind im Export von allem über einen Athleten.
own-beside-later = { $value } von { $source }, später geschrieben: das zählt. Beides bleibt.
own-beside-earlier = { $value } von { $source }, früher geschrieben: der Wert des Athleten zählt. Beides bleibt.
own-beside-effort = Empfundene Anstrengung { $value } steht hier und bleibt.
own-beside-comment = Dieser Kommentar steht hier und bleibt: { $text }
own-merged-report = Aus der eigenen Datei des Athleten: { $mornings } Morgenwerte, { $words } Angaben zu Aktivitäten.
own-said-morning = { $day }: { $name } { $value }
own-said-effort = Empfunden { $value } von 10
own-said-comment = „{ $text }“
own-fate-new = Neu
own-fate-here = Schon hier
own-fate-taken-back = Früher zurückgenommen; hol den Import zurück, um es zu haben
own-fate-no-activity = Weggelassen: Die Aktivität ist nicht hier
own-fate-day-to-come = Weggelassen: Der Tag ist noch nicht da
own-key-first = Erste Rückgabe dieses Athleten. Vergleiche die Wörter seines Schlüssels mit ihm, am Telefon oder persönlich: { $words }
own-key-known = Mit dem Schlüssel seiner früheren Rückgaben signiert: { $words }
own-key-other = Mit einem anderen Schlüssel als frühere Rückgaben signiert. Vergleiche die Wörter mit ihm, bevor du sie einfügst: { $words }
own-sent = { $count ->
    [one] Eine Ergänzung, signiert und für deinen Coach verschlüsselt. Die Wörter deines Schlüssels, zum Vergleichen: { $words }
   *[other] { $count } Ergänzungen, signiert und für deinen Coach verschlüsselt. Die Wörter deines Schlüssels, zum Vergleichen: { $words }
}
own-merged = Eingefügt: { $mornings } Morgenwerte, { $words } Angaben zu Aktivitäten. { $here } waren schon hier.
own-info = Eigene Datei von { $athlete }, von { $author }, { $day }. { $unsent ->
    [0] Nichts wartet darauf, zurückgeschickt zu werden.
    [one] Eine Ergänzung wurde noch nicht zurückgeschickt.
   *[other] { $unsent } Ergänzungen wurden noch nicht zurückgeschickt.
}
own-page = Deine eigene Datei
own-page-under = Was dein Coach dir gegeben hat: zum Lesen und Ergänzen
own-page-none = Keine eigene Datei ist offen
own-page-none-hint = Diese Seite ist für Athleten, denen ihr Coach ihre eigene Datei gegeben hat. Öffne sie in den Einstellungen.
own-page-hint = Deine Geschichte, dein Plan und die Notizen, die für dich sind. Sie ist nur zum Lesen. Was du ergänzen kannst, steht unten; dein Coach hat es, sobald du es zurückschickst.
own-page-history = Deine Geschichte und dein Plan
own-settings = Das ist die eigene Datei eines Athleten. Sicherungen, Personen, andere Schlüssel, Regeln, Planung und Datenschutz sind Einstellungen im Kader des Coaches, deshalb stehen sie hier nicht.
own-morning = Ein Morgen
own-morning-what = Was
own-morning-value = Wert
own-activities = Wie es sich angefühlt hat
own-say = Etwas dazu sagen
own-say-of = Etwas zu { $activity } sagen
own-effort = Empfundene Anstrengung
own-effort-hint = 0 ist gar nichts, 10 das Härteste, was es gibt
own-comment = Kommentar
own-add = Ergänzen
own-kept = In deiner Datei behalten
own-said = Was du ergänzt hast
own-said-nothing = Noch nichts.
own-send = An den Coach zurückschicken
own-send-hint = Schreibt eine Datei mit allem, was du ergänzt hast. Sie ist mit deinem Schlüssel signiert, und nur dein Coach kann sie öffnen: Schick sie, wie du willst.
own-send-key = Die Wörter deines Schlüssels. Lies sie deinem Coach einmal vor, am Telefon oder persönlich:
own-send-do = Datei schreiben
own-told = Was der Athlet gesagt hat
own-give = Dem Athleten seine eigene Datei geben
own-give-hint = Geschichte, Pläne und geteilte Notizen als verschlüsselter Kader, der nur zum Lesen ist. Darin lassen sich Morgenwerte, empfundene Anstrengung und Kommentare ergänzen und an dich zurückschicken.
own-give-do = Eigene Datei schreiben
own-give-returned = Zurückgeschicktes lesen
own-give-passphrase = Passphrase
own-give-again = Noch einmal
own-give-differ = Die beiden sind nicht gleich.
own-give-passphrase-hint = Sag sie dem Athleten, nicht in derselben Nachricht wie die Datei. Sie wird nirgends behalten: Ohne sie öffnet niemand die Datei. Mehrere Wörter merkt man sich leicht.
returned = Was Athleten zurückgeschickt haben
returned-under = Aus ihren eigenen Dateien
returned-file = Rückgabedatei
returned-hint = Nichts wird geschrieben, bevor du gesehen hast, was sie brächte. Nichts von dir wird überschrieben, und Eingefügtes lässt sich zurücknehmen wie jeder Import.
returned-choose = Datei wählen
returned-who = { $athlete } hat das am { $written } geschrieben, in der Datei vom { $given }.
returned-theirs = Ich habe die Wörter verglichen: Der Schlüssel gehört dem Athleten
returned-merge = { $count ->
    [0] Nichts Neues einzufügen
    [one] Eine Ergänzung einfügen
   *[other] { $count } Ergänzungen einfügen
}
returned-import = Import zeigen
fault-own-only-reads-what = Das ist die eigene Datei eines Athleten: Sie ist nur zum Lesen.
fault-own-only-reads-next = Was du ergänzen kannst, steht auf der Seite „Deine eigene Datei“: Morgenwerte, empfundene Anstrengung und Kommentare.
fault-own-not-own-what = Der offene Kader ist nicht die eigene Datei eines Athleten.
fault-own-not-own-next = Öffne die eigene Datei, die dein Coach dir gegeben hat.
fault-own-head-coach-only-what = Die eigene Datei eines Athleten gibt nur der Head Coach aus.
fault-own-head-coach-only-next = Frag den Head Coach, oder öffne den Kader als Head Coach.
fault-own-nothing-said-what = In dieser Datei wurde noch nichts ergänzt.
fault-own-nothing-said-next = Ergänze einen Morgen, eine empfundene Anstrengung oder einen Kommentar; dann schick es zurück.
fault-own-full-what = Diese Datei enthält so viel von dir, wie man zurückschicken kann.
fault-own-full-next = Schick sie zurück und bitte deinen Coach um eine neue. Was darin ist, bleibt.
fault-own-return-elsewhere-what = Was { $athlete } zurückgeschickt hat, gehört zu keiner Datei, die aus diesem Kader ausgegeben wurde.
fault-own-return-elsewhere-next = Öffne den Kader, aus dem du die Datei ausgegeben hast, und lies sie noch einmal.
fault-own-sealed-elsewhere-what = Die Datei ist für einen anderen Kader verschlüsselt.
fault-own-sealed-elsewhere-next = Öffne den Kader, aus dem du die Datei des Athleten ausgegeben hast, und lies sie noch einmal.
fault-own-other-return-what = Die Datei ist nicht die, die angesehen wurde.
fault-own-other-return-next = Sieh sie noch einmal an, dann füge sie ein.
fault-own-other-key-what = Ein anderer Schlüssel als bisher hat diese Datei signiert.
fault-own-other-key-next = Frag den Athleten nach den Wörtern seines Schlüssels, vergleiche sie und bestätige, dass er es ist.


## A roster under a passphrase

protect-title = Passphrase
protect-hint = Ohne Passphrase kann den Kader lesen, wer die Datei hat: wer den Laptop stiehlt oder ihn mitbenutzt. Mit Passphrase sind die Datei, ihr Protokoll und die Kopien, die das Programm macht, verschlüsselt.
protect-is-open = Wer diese Datei hat, kann sie lesen.
protect-is-locked = Dieser Kader ist durch eine Passphrase geschützt.
protect-on = Mit Passphrase schützen …
protect-change = Passphrase ändern …
protect-off = Passphrase entfernen …
protect-lock = Jetzt sperren
protect-present = Geltende Passphrase
protect-new = Neue Passphrase
protect-again = Noch einmal dieselbe
protect-differs = Die beiden sind nicht gleich.
protect-rule = Mindestens { $least } Zeichen; gut sind mehrere Wörter, die nicht zusammengehören. Sie lässt sich nicht wiederherstellen: Wer sie vergisst, verliert den Kader. Schreib sie auf und bewahre das getrennt vom Laptop auf.
protect-off-hint = Der Kader und seine Kopien werden unverschlüsselt geschrieben. Dann kann sie lesen, wer die Dateien hat.
protect-before = Was vorher auf dieser Platte stand, lässt sich mit besonderen Werkzeugen vielleicht noch finden: Verschlüssle auch die Platte und lösche Kopien, die du selbst gemacht hast.
protect-done = { $name } ist durch die neue Passphrase geschützt, ebenso die Kopien, die das Programm davon gemacht hat.
protect-undone = { $name } ist unverschlüsselt.
protect-idle = Sperren nach Minuten ohne Eingabe
protect-idle-hint = 0 heißt nie. Lange Arbeit wird erst zu Ende gebracht.
protect-idle-set = Gemerkt.
protect-idle-bad = Eine Zahl von Minuten, 0 bis 1440.
protect-keep = Den Schlüssel im Schlüsselbund dieses Rechners aufbewahren
protect-keep-hint = Dann öffnet sich der Kader ungefragt für alle, die als du angemeldet sind. Die Passphrase selbst wird nicht aufbewahrt.
protect-no-keychain = Dieser Rechner bietet keinen Schlüsselbund für einen Schlüssel ({ $detail }).
protect-others = Diese Kopien öffnen sich nicht wie der Kader: Sie sind unverschlüsselt oder haben eine frühere Passphrase. Setz die Passphrase noch einmal, um sie mitzunehmen, oder lösche sie.
protect-unlock-title = { $name } ist gesperrt
protect-unlock-hint = Gib die Passphrase dieses Kaders ein, um ihn zu öffnen.
protect-passphrase = Passphrase
protect-unlock = Entsperren
protect-elsewhere = Anderen Kader öffnen
protect-no-lock = Dieser Kader hat keine Passphrase, also gibt es nichts zu sperren. In den Einstellungen bekommt er eine.
protect-said-open = Nicht geschützt: Wer { $path } hat, kann den Kader lesen.
protect-said-unlocked = Durch eine Passphrase geschützt: { $path }
protect-said-idle = Wird nach { $minutes } Minuten ohne Eingabe gesperrt.
protect-said-never = Wird nicht von selbst gesperrt.
protect-ask = Passphrase des Kaders:
protect-ask-new = Neue Passphrase:
protect-ask-again = Noch einmal dieselbe:
action-lock-roster = Kader sperren
value-idle-minutes = die Minuten bis zur Sperre
fault-needs-passphrase-what = { $path } ist durch eine Passphrase geschützt.
fault-needs-passphrase-next = Gib die Passphrase ein. Ohne Fenster: am Terminal oder in einer Datei, die --roster-passphrase-file oder TRACKSIDE_PASSPHRASE_FILE nennt.
fault-wrong-passphrase-what = Das ist nicht die Passphrase von { $path }.
fault-wrong-passphrase-next = Versuch es noch einmal; achte auf Großbuchstaben und die Belegung der Tastatur. Eine Kopie von vor der Änderung öffnet sich mit der Passphrase von damals.
fault-copy-differs-what = Die neue Kopie von { $path } war nicht gleich ({ $detail }), darum blieb der Kader, wie er war.
fault-copy-differs-next = Prüf die Platte, dann versuch es noch einmal.
fault-work-runs-what = In diesem Kader läuft gerade eine lange Arbeit.
fault-work-runs-next = Warte, bis sie fertig ist, oder halte sie an; dann versuch es noch einmal.

## Backups, checks of the file, and the audit (safety-*, backup-*, chain-*, audit-*, check-*, fault-*)
fault-roster-in-use-what = Ein anderes Programm hat { $path } offen.
fault-roster-in-use-next = Schließe es dort (das Fenster, eine Seite im Browser, einen laufenden Befehl) und versuche es noch einmal; nichts wurde geändert.
fault-log-waits-what = { $path } lässt sich hier nicht beschreiben, und die letzten Änderungen warten in der Datei daneben, die auf -wal endet.
fault-log-waits-next = Kopiere beide Dateien zusammen in einen Ordner, in den du schreiben darfst, und öffne die Kopie.
fault-roster-read-only-what = Dieser Kader lässt sich an seinem Ort nicht beschreiben; nichts wurde geändert.
fault-roster-read-only-next = Du kannst lesen und exportieren. Zum Schreiben kopiere die Datei in einen eigenen Ordner und öffne sie dort.
fault-roster-corrupt-what = Die Datei des Kaders ist beschädigt: { $detail }
fault-roster-corrupt-next = Behalte die Datei. Stelle die neueste gute Sicherung her (Einstellungen, Sicherungen, oder „trackside backup list“ und „backup restore“), oder rette, was noch lesbar ist, in eine neue Datei („trackside backup salvage“).
fault-unopened-what = { $path } ließ sich nicht öffnen.
fault-unopened-next = Stelle eine Sicherung her, rette, was noch lesbar ist, oder öffne einen anderen Kader.
fault-backup-unsound-what = { $path } ist nicht, was geschrieben wurde: { $detail }
fault-backup-unsound-next = Lass sie und nimm die Sicherung davor; nichts wurde geändert.
fault-chain-broken-what = Das Journal passt an { $count ->
    [one] einer Stelle
   *[other] { $count } Stellen
 } nicht zu seiner Kette.
fault-chain-broken-next = Jemand oder etwas hat die Datei an diesem Programm vorbei geändert. Vergleiche mit einer früheren Sicherung und behalte beide Dateien.
value-backups = Die Zahl der Sicherungen
safety-title = Sicherungen und Journal
safety-hint = Kopien, die das Programm von selbst macht, einmal am Tag und nach großen Importen. Jede wird beim Schreiben geprüft.
safety-folder = Ordner
safety-checked = Ganze Datei geprüft
safety-never-checked = Noch nicht; sie wird einmal in der Woche geprüft
safety-no-backup = Noch keine Sicherung
safety-damaged = Die Datei ist beschädigt: { $detail }. Stelle die neueste gute Sicherung her ({ $backup }), oder rette, was noch lesbar ist, in eine neue Datei.
safety-chain-broken = Das Journal passt an { $count ->
    [one] einer Stelle
   *[other] { $count } Stellen
 } nicht zu seiner Kette: Die Datei wurde an diesem Programm vorbei geändert. Behalte sie und vergleiche sie mit einer Sicherung.
safety-no-upkeep = Die letzte Sicherung oder Prüfung kam nicht zustande. { $detail }
safety-read-only = Dieser Kader ist nur zum Lesen offen: Datei oder Ordner lassen sich nicht beschreiben, oder der Datenträger ist voll. Du kannst lesen und exportieren; zum Schreiben kopiere ihn in einen eigenen Ordner oder schaffe Platz.
safety-changed = Am { $day } war die Datei des Kaders nicht so, wie Trackside sie zurückgelassen hatte: Ein anderes Programm hat sie geändert, ein Abgleichdienst oder ein Mensch hat eine andere Fassung an ihre Stelle gelegt, oder der Datenträger hat etwas verloren. War das gewollt, ist alles in Ordnung. Wenn nicht, behalte die Datei und vergleiche sie mit einer Sicherung von davor.
safety-was-cut = Das Programm endete beim letzten Mal nicht ordentlich. Alles, was als erledigt gemeldet wurde, ist da, und die Datei wurde geprüft.
safety-sync-folder = Dieser Kader liegt dort, wo { $service } Dateien umherträgt. Zwei Rechner würden einander die Änderungen ersetzen, und eine Kopie mitten im Schreiben ist kein Kader. Verschiebe ihn in einen Ordner, der nicht abgeglichen wird; zum Teilen exportiere Pläne oder eine Sicherung.
safety-clock-back = Die Uhr dieses Rechners liegt { $minutes } Minuten hinter der neuesten Änderung in diesem Kader. Die Reihenfolge der Änderungen bleibt richtig; prüfe Datum und Uhrzeit in den Systemeinstellungen.
backup-now = Jetzt sichern
backup-check = Datei und Journal jetzt prüfen
backup-verify = Noch einmal prüfen
backup-restore = Herstellen …
backup-restore-title = Diese Sicherung herstellen
backup-restore-text = Der Kader wird wieder, was er am { $when } war. Die jetzige Datei bleibt daneben unter anderem Namen; nichts wird überschrieben.
backup-restore-do = Herstellen
backup-restored = { $path } ist wiederhergestellt.
backup-aside = Die Datei, die dort stand, ist jetzt { $path }
backup-folder-is = Sicherungen liegen in { $path }
backup-whole = ganz: { $rows } Zeilen
backup-wrong = nicht ganz: { $detail }
backup-list = Liste der Sicherungen
backup-column-at = Stand
backup-column-why = Warum
backup-column-size = Größe
backup-reason-daily = einmal am Tag
backup-reason-import = großer Import
backup-reason-by-hand = von Hand
backup-reason-before-erase = vor einer Löschung
backup-reason-before-undo = vor einem großen Rückgängig
backup-reason-aside = beim Herstellen beiseitegelegt
backup-reason-salvaged = aus einem beschädigten Kader gerettet
backup-reason-other = hierher kopiert
way-out-title = { $name } ließ sich nicht öffnen
way-out-backups = Eine Sicherung herstellen
way-out-backups-hint = Der Kader wird wieder, was er damals war. Die Datei, die sich nicht öffnen lässt, bleibt daneben unter anderem Namen.
way-out-passphrase-hint = Für einen Kader oder eine Sicherung unter einem Passwort: das von damals.
way-out-salvage = Retten, was noch lesbar ist
way-out-other = Einen anderen öffnen
way-out-again = Noch einmal versuchen
salvage-hint = Kopiert jede Zeile, die sich noch lesen lässt, in eine neue Datei und sagt, was zurückblieb. Der Kader selbst wird nur gelesen.
salvage-into = Neue Datei
salvage-into-hint = Ein Pfad; bleibt das Feld leer, entsteht sie neben dem Kader.
salvage-do = Retten, was lesbar ist
salvage-open = Die neue Datei öffnen
salvage-done = { $rows } Zeilen stehen jetzt in { $path }.
salvage-all = Alle { $tables } Tabellen sind ganz herübergekommen.
salvage-left = { $tables } Tabellen sind ganz herübergekommen. Von den anderen blieb zurück:
salvage-unreadable = { $rows ->
    [one] eine Zeile ist nicht lesbar
   *[other] { $rows } Zeilen sind nicht lesbar
 }
salvage-unreadable-some = Zeilen, die nicht lesbar sind, niemand weiß wie viele
salvage-refused = { $rows ->
    [one] in einer Zeile steht, was in keinem Kader stehen kann
   *[other] in { $rows } Zeilen steht, was in keinem Kader stehen kann
 }
salvage-orphaned = { $rows ->
    [one] eine Zeile gehört zu einer verlorenen
   *[other] { $rows } Zeilen gehören zu verlorenen
 }
cli-not-written = Nicht alles konnte ausgegeben werden: { $detail }.
check-sound = Die Datei ist in Ordnung: Seiten, Verzeichnisse und Verweise.
chain-is = Journal: { $lines } Zeilen, davon { $erased } auf Wunsch gelöscht; verglichen mit { $known } Sicherungen.
chain-head-is = Kopf der Kette: { $head }
chain-break-changed = Die Zeile von { $clock } wurde nach dem Schreiben geändert.
chain-break-missing = Die Zeile von { $clock } wurde herausgenommen, und keine Löschung sagt es.
chain-break-slipped-in = Die Zeile von { $clock } wurde an diesem Programm vorbei eingeschoben.
chain-break-unbound = Das Glied von { $clock } ist nicht an das vor ihm gebunden.
chain-break-erased-by-nobody = Die Zeile von { $clock } soll von einer Zeile gelöscht sein, die nicht da ist.
chain-break-head-gone = Eine Sicherung kennt ein Glied von { $clock }, das die Kette nicht hat.
audit-title = Journal
audit-under = Wer was wann geändert hat, und was vorher dort stand. Zeilen kommen nur hinzu.
audit-open = Journal öffnen
audit-find = Was gezeigt wird
audit-changes = Änderungen
audit-lines = Tabelle der Änderungen
audit-who = Wer
audit-what = Was
audit-when = Wann
audit-athlete = Athlet
audit-every-athlete = Alle
audit-stood = Was dort stand
audit-before = Vorher
audit-anybody = Alle
audit-anything = Alles
audit-more = Es gibt ältere Zeilen.
audit-older = Ältere Zeilen
audit-nothing = Keine Zeile passt.
audit-holds = Die Kette hält: { $lines } Zeilen.
## end of backups and audit

## Löschen, Aufbewahren, Tabellen ohne Namen (privacy-*, erase-*, erasure-*, retention-*, anonymous-*, fault-*)
fault-erased-what = Jemand mit dieser Kennung wurde hier am { $day } gelöscht.
fault-erased-next = Eine Datei bringt niemanden zurück. Wer wieder dazukommt, wird als neuer Athlet angelegt.
fault-erase-other-name-what = Der eingegebene Name ist nicht „{ $athlete }“.
fault-erase-other-name-next = Gib den Namen genau so ein, wie er im Kader steht. Es wurde nichts entfernt.
fault-erase-stand-in-what = Das ist der Platzhalter für Dateien, die noch niemandem gehören, keine Person.
fault-erase-stand-in-next = Gib seine Aktivitäten den Athleten, zu denen sie gehören.
fault-retention-other-what = Die Regel oder ihr Tag ist nicht die, die du angesehen hast.
fault-retention-other-next = Sieh dir an, was die Regel heute entfernen würde, und wende sie dann an. Es wurde nichts entfernt.
fault-retention-one-by-one-what = Athleten, die gegangen sind, werden nicht alle auf einmal gelöscht.
fault-retention-one-by-one-next = Lösche sie einzeln mit ihrem Namen.
fault-anonymous-too-few-what = { $people ->
    [one] Nur ein Athlet hat
   *[other] Nur { $people } Athleten haben
 } der Forschung zugestimmt: keine { $k }, die einander gleichen. Es wurde keine Tabelle geschrieben.
fault-anonymous-too-few-next = Bitte mehr Athleten um die Einwilligung zur Forschung mit ihrem Training, oder wähle eine kleinere Zahl, wenn das für sie in Ordnung ist.
fault-anonymous-too-small-what = Eine so kleine Gruppe verbirgt niemanden.
fault-anonymous-too-small-next = Wähle { $least } oder mehr.
value-retention-months = Die Monate
export-left-undone = Aus zurückgenommenen Importen: Aktivitäten { $activities }, Morgenwerte { $values }. Hol die Importe zurück, damit sie hier stehen.
export-left-calls = { $lines ->
    [one] Was in einem Anruf zu fragen ist; der Coach hält es privat.
   *[other] Was in { $lines } Anrufen zu fragen ist; der Coach hält es privat.
}
export-left-rows = { $table } ({ $rows } Zeilen): Darin können zurückgehaltene Daten sein.
archive-rows = Zeilen, die in keiner anderen Datei stehen, so wie der Kader sie hat
archive-manifest = jede Tabelle des Kaders, wie viele Zeilen sie über den Athleten hat und wo sie sind
anonymous-file = Trackside anonym
anonymous-read = Menschen, die der Forschung zugestimmt haben, ohne Namen. Jeder gehört zu einer Gruppe mit gleichem Geschlecht, gleichen Geburtsjahren, gleicher Trainingsgruppe und gleichen Sportarten, soweit das gesagt wird; report.json sagt, wie grob. Tage sind um ganze Wochen verschoben, bei jedem anders. Minuten sind auf fünf gerundet, Strecken auf einen halben Kilometer, Leistung auf fünf Watt, Körpermasse auf fünf Kilogramm, Schritte auf fünfhundert. Eine Sportart steht bei einer Aktivität nur, soweit sie bei den Menschen steht. Orte, Geräte, Kommentare und Notizen sind nicht dabei.
anonymous-read-once = Kürzel und verschobene Tage wurden nur für diese Tabellen gemacht; niemand kann sie noch einmal machen.
anonymous-read-lasting = Kürzel und verschobene Tage sind in jeder solchen Tabelle dieses Kaders gleich. Wer den Kader hat, weiß, zu wem sie gehören: Diese Tabellen sind pseudonym, nicht anonym.
anonymous-birth-five = Geburtsjahre in Spannen von fünf
anonymous-birth-ten = Geburtsjahre in Spannen von zehn
anonymous-birth-twenty = Geburtsjahre in Spannen von zwanzig
anonymous-birth-untold = Geburtsjahre sind weggelassen
anonymous-sports-whole = Alle Hauptsportarten stehen da
anonymous-sports-main = Nur die wichtigste Sportart steht da
anonymous-sports-untold = Die Sportarten der Person sind weggelassen
anonymous-squad-told = Trainingsgruppen stehen da, als Nummern
anonymous-squad-untold = Trainingsgruppen sind weggelassen
anonymous-sex-told = Das Geschlecht steht da
anonymous-sex-untold = Das Geschlecht ist weggelassen
erasure-reason-asked = Auf Wunsch
erasure-reason-left = Nicht mehr dabei
erasure-reason-mistake = Aus Versehen angelegt
erasure-reason-retention = Nicht länger aufbewahrt
erase-copy-untouched = war nicht darin
erase-copy-erased = ist nicht mehr darin
erase-copy-removed = ließ sich nicht öffnen und wurde entfernt
erase-copy-waits = ließ sich noch nicht bereinigen; beim nächsten Start geht es weiter
erase-copy-elsewhere = in einem Ordner von dir: gerade nicht da oder nicht zu bereinigen; entfern sie selbst
erase-sought-name = der Name
erase-sought-id = die Kennung als Text
erase-sought-id-bytes = die Kennung als Bytes
retention-location = Wo Athleten waren
retention-originals = Originaldateien
retention-left = Athleten, die gegangen sind
privacy-would-go = Das ginge mit { $athlete } und lässt sich nicht zurückholen:
privacy-files = Originaldateien nur dieser Person
privacy-shared = Dateien mit Daten anderer: Die Dateien gehen, die Werte der anderen bleiben
privacy-copies = Sicherungen und Schnappschüsse
privacy-exports = Dateien über diese Person, die dieses Programm geschrieben hat
privacy-models = Modellversionen, die daraus gelernt haben; keine behält etwas davon
privacy-searched = { $files ->
    [one] Eine Datei wurde Byte für Byte durchsucht, dazu jede Zeile des Kaders.
   *[other] { $files } Dateien wurden Byte für Byte durchsucht, dazu jede Zeile des Kaders.
 }
privacy-found-nothing = Es wurde nichts mehr gefunden.
privacy-found = Hier steht noch etwas
privacy-tombstone = { $day }: { $reason }. { $rows ->
    [one] Eine Zeile
   *[other] { $rows } Zeilen
 } entfernt ({ $id }).
privacy-pending = Noch sind nicht alle Kopien bereinigt; beim nächsten Start geht es weiter.
privacy-retention-off = für immer aufbewahrt
privacy-retention-months = { $months ->
    [one] einen Monat aufbewahrt
   *[other] { $months } Monate aufbewahrt
 }
privacy-retention-meets = { $athlete }: { $activities ->
    [one] eine Aktivität
   *[other] { $activities } Aktivitäten
 }, { $files ->
    [one] eine Datei
   *[other] { $files } Dateien
 }, das Neueste vom { $day }
privacy-retention-done = Fertig: { $activities ->
    [one] eine Aktivität
   *[other] { $activities } Aktivitäten
 }, { $files ->
    [one] eine Datei
   *[other] { $files } Dateien
 }. { $copies ->
    [0] Keine Kopie enthält es noch.
    [one] Eine Sicherung oder ein Schnappschuss enthält es, bis eine neuere Kopie an die Stelle tritt.
   *[other] { $copies } Sicherungen und Schnappschüsse enthalten es, bis neuere an ihre Stelle treten.
 }
privacy-anonymous-is = { $people } Menschen in { $groups } Gruppen; die kleinste hat { $smallest }, verlangt sind { $k }.
privacy-anonymous-out = Weggelassen, weil sie auffallen würden: { $left }. Der Forschung nicht zugestimmt: { $not }.
privacy-page = Datenschutz
privacy-page-under = Was über Menschen aufbewahrt wird: eine Kopie davon, das Ende davon, und wie lange.
privacy-one = Ein Athlet
privacy-nobody = Athlet auswählen
privacy-athlete = Athlet
privacy-copy = Kopie von allem schreiben
privacy-copy-hint = Originaldateien, Tabellen, für den Athleten bestimmte Notizen, Pläne, Entscheidungen, Einwilligungen und das Journal, in einem Archiv, das dem Athleten gehört.
privacy-erase = Löschen …
privacy-erase-hint = Löschen entfernt jede Zeile und jede Datei über jemanden, auch aus Sicherungen. Es lässt sich nicht zurücknehmen, und keine Kopie bleibt.
privacy-erase-now = Endgültig löschen
privacy-looking = Es wird nachgesehen, was ginge …
privacy-rows = { $rows ->
    [one] Eine Zeile
   *[other] { $rows } Zeilen
 }
privacy-why = Warum
privacy-remove-exports = Auch die Dateien entfernen, die dieses Programm darüber geschrieben hat
privacy-type-name = Zum Löschen eingeben: { $athlete }
privacy-tombstones = Gelöscht
privacy-tombstones-hint = Von Gelöschten bleiben ein Tag, ein Grund und Anzahlen, damit keine alte Datei sie zurückbringt.
privacy-tombstones-none = Niemand wurde gelöscht.
privacy-retention = Wie lange etwas aufbewahrt wird
privacy-retention-hint = Anfangs sind alle Regeln aus. Eine Regel entfernt nichts von selbst: Sie zeigt, was sie entfernen würde, und du wendest sie an.
privacy-retention-for = Monate, die es bleibt: { $what }
privacy-retention-least = { $least ->
    [one] Mindestens einer; leer schaltet die Regel aus
   *[other] Mindestens { $least }; leer schaltet die Regel aus
 }
privacy-retention-nothing = Heute würde sie nichts entfernen.
privacy-retention-apply = Jetzt entfernen…
privacy-retention-sure = Das lässt sich nicht zurücknehmen: Was aufgeführt ist, verschwindet aus dem Kader. Kopien von davor behalten es, bis neuere an ihre Stelle treten.
privacy-retention-apply-now = Endgültig entfernen
privacy-retention-by-name = Lösche sie oben einzeln mit ihrem Namen.
privacy-anonymous = Tabellen ohne Namen
privacy-anonymous-hint = Von denen, die der Forschung zugestimmt haben, und nur das, dem sie zugestimmt haben. Jeder gehört zu einer Gruppe, die einander gleicht; die Tage jeder Person sind verschoben.
privacy-anonymous-k = Wie viele einander gleichen müssen
privacy-anonymous-lasting = Jedes Mal gleiche Kürzel und Tage (pseudonym)
privacy-anonymous-look = Ansehen
privacy-anonymous-write = Tabellen schreiben
privacy-open = Datenschutz, Löschen und Aufbewahren
## end of erasing

## Consent and roles (category-*, purpose-*, role-*, withheld-*, consent-*, staff-*, cli-consent-*, cli-people-*)
category-training = Training
category-heart = Herzfrequenz
category-hrv = Herzfrequenzvariabilität
category-sleep = Schlaf
category-wellness = Wohlbefinden
category-injury = Krankheit und Verletzung
category-cycle = Zyklus
category-location = Aufenthaltsort
category-notes = Notizen
purpose-coach = Coaching
purpose-assistant = Übrige Betreuer
purpose-team-share = Andere Coaches
purpose-model-training = Anlernen von Modellen
purpose-research = Anonyme Forschung
role-head-coach = Head Coach
role-assistant = Assistenz-Coach
role-physio = Physiotherapie
role-viewer = Zuschauer
withheld-withdrawn = { $category }: Einwilligung widerrufen für Daten ab { $since }.
withheld-ended = { $category }: Die Einwilligung galt für Daten bis zum Tag vor { $since }.
withheld-never-given = { $category }: Für diese Verwendung gibt es keine Einwilligung.
withheld-role = { $category }: gehört nicht zu dieser Rolle.
withheld-title = Hier nicht gezeigt
consent-title = Einwilligung
consent-page = Einwilligung von { $athlete }
consent-lead = Was verwendet werden darf, von welchen Tagen und wofür. Was für einen Tag zuletzt gesagt wurde, zählt; Früheres bleibt unten stehen.
consent-standing = Wie es am { $day } steht
consent-table = Arten von Daten und Zwecke
consent-allowed = ja
consent-refused = nein
consent-until = ja, bis { $day }
consent-unsaid-allowed = ja, ohne Angabe
consent-unsaid-refused = nein, ohne Angabe
consent-category = Art der Daten
consent-guardian-needed = Unter { $age }: Eine sorgeberechtigte Person willigt ein. Widerrufen kann man allein.
consent-guardian-not-needed = { $age } oder älter: entscheidet allein.
consent-guardian-unknown = Der Geburtstag ist nicht bekannt; darum kann niemand sagen, ob eine sorgeberechtigte Person einwilligen muss.
consent-record = Festhalten, was gesagt wurde
consent-which = Arten von Daten
consent-for-what = Wofür
consent-given = Gegeben
consent-withdrawn = Widerrufen
consent-word = Einwilligung ist
consent-from = Für Daten ab (leer: alle Tage)
consent-to = Bis einschließlich
consent-guardian-name = Name der sorgeberechtigten Person
consent-guardian-relation = Was sie für den Athleten ist
consent-save = Festhalten
consent-recorded = Festgehalten.
consent-text = Der Text, dem zugestimmt wird
consent-text-version = Fassung { $version }, { $language }
consent-text-hash = Fingerabdruck dieses Textes: { $hash }
consent-print = Drucken
consent-history = Alles, was gesagt wurde
consent-none = Noch wurde nichts gesagt. Coaching ist, wofür es einen Kader gibt; alles andere braucht erst eine Einwilligung.
consent-line-given = { $category }, { $purpose }: gegeben für Daten ab { $from }
consent-line-given-until = { $category }, { $purpose }: gegeben für Daten von { $from } bis { $to }
consent-line-withdrawn = { $category }, { $purpose }: widerrufen für Daten ab { $from }
consent-first-day = dem ersten Tag
consent-line-by = festgehalten von { $by } am { $day }
consent-line-guardian = { $name } ({ $relation }) für den Athleten
consent-line-text = Text { $version } ({ $language })
staff-title = Wer diesen Kader benutzt
staff-now = Jetzt: { $name }, { $role }
staff-guarded = Wer eine weitere Rolle annimmt, wird nach dem Passwort des Kaders gefragt.
staff-guard-rail = Dieser Kader hat kein Passwort: Rollen sind ein Geländer zwischen Menschen, die einander vertrauen. Wer die Datei hat, kann alles darin lesen.
staff-outside = Auch mit Passwort gilt: Wer es kennt und die Datei hat, kann mit anderen Programmen alles lesen.
staff-owner = Head Coach dieses Rechners
staff-act = Als diese Person benutzen
staff-acting = in Benutzung
staff-name = Name
staff-role = Rolle
staff-add = Hinzufügen
staff-leave = Entfernen
staff-passphrase = Passwort des Kaders
staff-age = Alter, ab dem Athleten selbst einwilligen
staff-age-save = Festlegen
export-left-withheld = { $file }: So, wie sie kam, kann sie Daten enthalten, die zurückgehalten werden. Was verwendet werden darf, wird neu geschrieben.
value-guardian-relation = Was die sorgeberechtigte Person für den Athleten ist
value-consent-age = Das Alter der Einwilligung
fault-consent-to-nothing-what = Es sind keine Daten oder kein Zweck genannt.
fault-consent-to-nothing-next = Nenne mindestens eine Art von Daten und einen Zweck.
fault-consent-no-guardian-what = { $athlete } ist unter { $age }: Eine sorgeberechtigte Person muss einwilligen.
fault-consent-no-guardian-next = Schreib ihren Namen und was sie für den Athleten ist. Widerrufen geht ohne sie.
fault-consent-ends-before-what = Die Einwilligung endet, bevor sie beginnt.
fault-consent-ends-before-next = Leg den letzten Tag auf den ersten oder danach.
fault-consent-withdrawal-ends-what = Ein Widerruf hat keinen letzten Tag.
fault-consent-withdrawal-ends-next = Lass den letzten Tag leer und halte eine neue Einwilligung fest, ab dem Tag, an dem sie wieder gilt.
fault-consent-no-text-what = Es wurde keinem Text zugestimmt.
fault-consent-no-text-next = Nenne die Fassung des Textes, der gelesen wurde.
fault-consent-half-guardian-what = Eine sorgeberechtigte Person braucht Namen und Beziehung.
fault-consent-half-guardian-next = Füll beides aus oder lass beides leer.
fault-guardian-missing-what = Der Athlet ist zu jung, um allein einzuwilligen.
fault-guardian-missing-next = Halte es auf der Seite der Einwilligung mit dem Namen der sorgeberechtigten Person fest.
fault-not-for-role-what = In der Rolle { $role } kannst du das nicht tun.
fault-not-for-role-next = Frag den Head Coach, oder wähl in den Einstellungen, wer das Programm benutzt.
fault-wider-role-what = Um das Programm in der Rolle { $role } zu benutzen, braucht es das Passwort des Kaders.
fault-wider-role-next = Gib das Passwort ein. Nichts wurde geändert.
fault-not-for-the-team-what = { $athlete } hat nicht eingewilligt, dass Trainingsdaten an andere Coaches gehen.
fault-not-for-the-team-next = Frag nach, halte die Antwort auf der Seite der Einwilligung fest und exportiere noch einmal. Eine Plandatei für den Athleten braucht dieses Wort nicht.
fault-person-without-name-what = Die Person hat keinen Namen.
fault-person-without-name-next = Schreib einen Namen; er steht neben dem, was sie schreibt.
fault-file-withheld-what = { $name } kann Daten enthalten, die zurückgehalten werden, und wird darum nicht so herausgegeben, wie sie kam.
fault-file-withheld-next = Exportiere die Aktivität in einem anderen Format: Sie wird neu geschrieben, ohne diese Daten.
cli-consent-age = Für Athleten unter { $age } willigt eine sorgeberechtigte Person ein.
## end of consent and roles

## What a line of the journal tells, by its action (journal-*)

journal-accept-estimate = Geschätzte Schwelle übernommen
journal-act-as = Jemand anderes am Gerät
journal-add-athlete = Athlet angelegt
journal-add-athletes = Athleten aus einer Tabelle angelegt
journal-add-block = Vereinsblock gesetzt
journal-add-exception = Ausnahme in der Verfügbarkeit eingetragen
journal-add-mark = Tag markiert
journal-add-phase = Phase angelegt
journal-add-race = Wettkampf angelegt
journal-add-result = Ergebnis eingetragen
journal-add-settings = Schwellen und Einstellungen eingetragen
journal-add-stand-in = Aktivität ohne Datei eingetragen
journal-add-template = Einheit in die Bibliothek aufgenommen
journal-add-wellness = Morgenwerte eingetragen
journal-allow-cycle = Angabe zu Zyklusmarken
journal-annotate = Notiz geschrieben
journal-apply-adaptation = Anpassung der laufenden Woche übernommen
journal-apply-retention = Zu lange Aufbewahrtes entfernt
journal-approve-week = Woche freigegeben
journal-assign-activity = Aktivität einem Athleten zugeordnet
journal-begin-import = Import begonnen
journal-change-passphrase = Passphrase geändert
journal-change-season = Saison geändert
journal-find-changed = Datei von etwas anderem geändert vorgefunden
journal-check-roster = Ganze Datei geprüft
journal-copy-season = Saison kopiert
journal-correct-result = Ergebnis berichtigt
journal-create-roster = Kader angelegt
journal-draft-week = Woche entworfen
journal-drop-filter = Filter entfernt
journal-end-import = Import beendet
journal-erased = Zeile über jemanden, der gelöscht wurde
journal-erase-athlete = Athlet gelöscht
journal-erase-stand-in = Aktivität ohne Datei herausgenommen
journal-export-activity = Aktivität exportiert
journal-export-anonymous = Tabellen ohne Namen exportiert
journal-export-athlete = Alles über einen Athleten exportiert
journal-export-plan = Plandatei exportiert
journal-finish-erasure = Löschung in Kopien abgeschlossen
journal-give-consent = Einwilligung erfasst
journal-give-own-file = Eigene Datei ausgegeben
journal-import-file = Datei importiert
journal-join-follow-ups = Geplantes mit Ausgeführtem verbunden
journal-judge-key = Schlüssel beurteilt
journal-keep-backups = Wie viele Sicherungen bleiben
journal-link-activity = Aktivitäten als eine markiert
journal-make-backup = Sicherung in einem eigenen Ordner angelegt
journal-make-pseudonyms = Codes für Tabellen ohne Namen erzeugt
journal-map-columns = Spalten einer Tabelle benannt
journal-mark-again = Marke der Übersicht erneuert
journal-mark-athlete = In der Übersicht markiert
journal-merge-return = Rücksendung eines Athleten übernommen
journal-migrate-roster = Kader auf neue Version gebracht
journal-older-version = Frühere Fassung einer Aktivität gelesen
journal-open-sample = Beispielverein geöffnet
journal-override-session = Einheit geändert
journal-protect-roster = Unter eine Passphrase gestellt
journal-read-key-statement = Schlüsselwechsel gelesen
journal-recompute = Zahlen neu berechnet
journal-redo-import = Import wiederhergestellt
journal-renew-key = Eigenen Schlüssel gewechselt
journal-replace-mark = Tagesmarke ersetzt
journal-restore-roster = Sicherung eingesetzt
journal-salvage-roster = Aus einem beschädigten Kader gerettet
journal-revert-session = Änderung einer Einheit zurückgenommen
journal-revise-activity = Aktivität berichtigt
journal-save-chart = Diagramm gespeichert
journal-save-filter = Filter gespeichert
journal-say-own = In der eigenen Datei gesagt
journal-send-back = An den Coach zurückgesendet
journal-set-aside-adaptation = Anpassung der laufenden Woche abgelehnt
journal-set-availability = Verfügbarkeit gesetzt
journal-set-backups = Wie viele Sicherungen bleiben
journal-set-bounds = Grenzen der Planung gesetzt
journal-set-consent-age = Einwilligungsalter gesetzt
journal-set-correction = Korrektur durch das Modell geschaltet
journal-set-effort = Empfundene Anstrengung eingetragen
journal-set-habit = Gewohnheit der Planung geschaltet
journal-set-idle-lock = Sperre bei Untätigkeit gesetzt
journal-set-race-sheet = Wettkampfblatt geschrieben
journal-set-repair-limits = Grenzen der Reparaturen gesetzt
journal-set-retention = Aufbewahrung gesetzt
journal-set-rule = Regel der Aufmerksamkeit gesetzt
journal-set-season = Saison angelegt
journal-set-staff = Person oder Rolle gesetzt
journal-set-watch = Überwachten Ordner gesetzt
journal-squad-morning = Morgen einer Gruppe eingetragen
journal-take-plan = Einheiten einer Plandatei übernommen
journal-undo-import = Import zurückgenommen
journal-undo-revision = Berichtigung einer Aktivität zurückgenommen
journal-unlink-activity = Aktivitäten als zwei markiert
journal-unmark-athlete = Marke in der Übersicht zurückgenommen
journal-unprotect-roster = Passphrase entfernt
journal-untake-plan = Einheiten einer Plandatei zurückgegeben
journal-withdraw-approval = Freigabe zurückgenommen
journal-withdraw-block = Vereinsblock zurückgenommen
journal-withdraw-consent = Einwilligung widerrufen
journal-withdraw-exception = Ausnahme zurückgenommen
journal-withdraw-mark = Tagesmarke zurückgenommen
journal-withdraw-phase = Phase zurückgenommen
journal-withdraw-race = Wettkampf zurückgenommen
journal-withdraw-result = Ergebnis zurückgenommen
journal-withdraw-season = Saison zurückgenommen
journal-withdraw-template = Einheit aus der Bibliothek genommen
