//! The plans the sample club has behind it: what a coach would have done on each Sunday before, done through the ordinary
//! calls by a program whose clock stands on that Sunday. So each plan knows only what was known then.

use std::sync::Arc;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc, Weekday};
use chrono_tz::Tz;
use contract::board::{ApproveGreen, DraftAll, ShowBoard};
use contract::club::{AddBlock, AddException};
use contract::plan::OverrideSession;
use contract::season::{ListSeasonTemplates, SetSeason};
use domain::athlete::Athlete;
use domain::id::SquadId;
use domain::library;
use domain::overrides::{Change, ReasonTag};
use domain::season::plan::Goal;
use domain::session::SessionKind;
use domain::week::Week;
use sample::{Club, Member, SampleBlock};
use store::Roster;

use crate::{Answer, App, AppFault, Clock};

/// A clock that shows an earlier time.
struct Earlier {
    clock: Arc<dyn Clock>,
    by: Duration,
}

impl Clock for Earlier {
    fn now(&self) -> DateTime<Utc> {
        self.clock.now() - self.by
    }

    fn id(&self) -> uuid::Uuid {
        self.clock.id()
    }

    fn zone(&self) -> Tz {
        self.clock.zone()
    }
}

/// What the plans of a club are made around.
pub(crate) struct Story {
    blocks: Vec<SampleBlock>,
    members: Vec<Member>,
    today: NaiveDate,
}

impl Story {
    /// Of a club, without its files.
    pub(crate) fn of(club: &Club) -> Story {
        Story { blocks: club.blocks.clone(), members: club.members.clone(), today: club.today }
    }

    /// Tells it: fixed things and seasons first, then the weeks one after another. What an interrupted telling left is
    /// told on from there.
    pub(crate) async fn tell(&self, app: &App, roster: &Roster) -> Result<(), AppFault> {
        let athletes = roster.athletes().await?;
        let named = |member: &Member| athletes.iter().find(|athlete| athlete.name == member.name);
        self.fix(app, roster).await?;
        for member in &self.members {
            let Some(athlete) = named(member) else { continue };
            self.plan_season(app, roster, member, athlete).await?;
            except(app, roster, member, athlete).await?;
        }
        let this = Week::of(self.today);
        let mut week = Week::of(this.monday() - Duration::weeks(sample::PLANNED_WEEKS - 1));
        while week <= this {
            let then = self.before(app, roster, week.monday()).await;
            DraftAll { week, squad: None, missing_only: true, task: None }.answer(&then).await?;
            long_on_saturday(&then, week).await?;
            ApproveGreen { week, squad: None }.answer(&then).await?;
            week = week.next();
        }
        Ok(())
    }

    /// The same program on the day before another day.
    async fn before(&self, app: &App, roster: &Roster, day: NaiveDate) -> App {
        let by = Duration::days((self.today - day).num_days() + 1);
        let clock = Arc::new(Earlier { clock: Arc::clone(&app.0.clock), by });
        let then = App::new(app.0.place.clone(), clock);
        *then.0.roster.write().await = Some(roster.clone());
        then
    }

    /// Group sessions and hall times.
    async fn fix(&self, app: &App, roster: &Roster) -> Result<(), AppFault> {
        let known = roster.blocks().await?;
        let squads = roster.squads().await?;
        for block in &self.blocks {
            let squad: Option<SquadId> = squads.iter().find(|one| one.name == block.squad).map(|one| one.id);
            let template = library::builtin().iter().find(|one| one.id == block.template);
            let Some((squad, template)) = squad.zip(template) else { continue };
            if known.iter().any(|one| one.name == block.name) {
                continue;
            }
            let mut weekdays = [false; 7];
            weekdays[block.weekday] = true;
            let call = AddBlock {
                squad: Some(squad),
                kind: block.kind,
                name: block.name.clone(),
                from: block.from,
                to: block.to,
                weekdays,
                starts: Some(block.starts),
                session: template.session(template.sport, block.minutes),
                supersedes: None,
            };
            call.answer(app).await?;
        }
        Ok(())
    }

    /// The season of a member, planned on the day before its first.
    async fn plan_season(
        &self,
        app: &App,
        roster: &Roster,
        member: &Member,
        athlete: &Athlete,
    ) -> Result<(), AppFault> {
        let Some((id, start)) = &member.season else { return Ok(()) };
        let then = self.before(app, roster, *start).await;
        let template = ListSeasonTemplates {}.answer(&then).await?.into_iter().find(|one| one.id == *id);
        let Some(template) = template else { return Ok(()) };
        if !roster.season_plans(athlete.id).await?.is_empty() {
            return Ok(());
        }
        let call = SetSeason {
            athlete: athlete.id,
            name: template.name,
            template: Some(template.id),
            start: Week::of(*start),
            base: None,
            goal: Goal::Weeks,
            weeks: template.weeks,
            supersedes: None,
        };
        call.answer(&then).await?;
        Ok(())
    }
}

/// Days on which a member has less time, or none.
async fn except(app: &App, roster: &Roster, member: &Member, athlete: &Athlete) -> Result<(), AppFault> {
    if !roster.exceptions(athlete.id).await?.is_empty() {
        return Ok(());
    }
    for one in &member.exceptions {
        let call = AddException {
            athletes: vec![athlete.id],
            kind: one.kind,
            from: one.from,
            to: one.to,
            minutes: one.minutes,
            note: Some(one.note.clone()),
            supersedes: None,
        };
        call.answer(app).await?;
    }
    Ok(())
}

/// This coach likes long runs on Saturday: a habit to be found.
async fn long_on_saturday(then: &App, week: Week) -> Result<(), AppFault> {
    let board = ShowBoard { week, weeks: 1, squad: None }.answer(then).await?;
    for row in board.rows {
        let sessions = row.weeks.into_iter().flat_map(|one| one.sessions);
        let sunday = |date: NaiveDate| date.weekday() == Weekday::Sun;
        let long = sessions.into_iter().find(|s| s.kind == SessionKind::Long && sunday(s.date) && !s.removed);
        let Some(long) = long else { continue };
        let call = OverrideSession {
            athlete: row.athlete,
            week,
            session: Some(long.id),
            change: Change::Move { to: long.date - Duration::days(1) },
            tag: ReasonTag::ScheduleConflict,
            text: Some("The others run on Saturday".to_owned()),
            // Refused where Saturday has no room for it: then Sunday it is.
            insist: false,
        };
        call.answer(then).await?;
    }
    Ok(())
}
