//! A plan file between three people: read, taken session by session, changed and passed on, taken back. Whose each change
//! was stays provable all the way.

use std::sync::Arc;

use app::{App, Place};
use contract::FaultCode;
use contract::incoming::{
    FoundBy, PlanRead, PlanSources, PlanTexts, ReadPlan, Seal, TakeOutcome, TakePlan, UntakePlan,
};
use contract::keyring::{ExportKey, FileFrom, ImportKey, JudgeKey, ListKeys, ReadStatement, RenewKey, Secret};
use contract::plan::{
    DraftWeek, ExportPlan, ExportedPlan, MyKey, OverrideOutcome, OverrideSession, ShowWeek, WeekView,
};
use domain::effective::EffectiveSession;
use domain::id::{AthleteId, OverrideId, SessionId};
use domain::incoming::{Collision, Would};
use domain::keyring::{KeyState, Standing};
use domain::overrides::{Change, ReasonTag};
use domain::week::Week;

use crate::club::{Club, StoryClock, monday, november};

const PASSPHRASE: &str = "correct horse battery staple";

/// A coach with Ada in a roster of their own, and next week drafted.
struct Coach {
    club: Club,
    ada: AthleteId,
    week: Week,
}

impl Coach {
    async fn new(name: &str) -> Coach {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = StoryClock::at(monday());
        let place = Place { author: name.to_owned(), ..Place::in_folder(folder.path()) };
        let app = App::new(place, Arc::<StoryClock>::clone(&clock));
        app.open_usual().await.expect("the roster opens");
        let club = Club { folder, app, clock };
        let ada = club.athlete("Ada Fell").await.id;
        let week = Week::of(november(16)).next();
        club.ask(&DraftWeek { athlete: ada, week, fresh: false }).await.expect("drafted");
        Coach { club, ada, week }
    }

    async fn shown(&self) -> WeekView {
        let answer = self.club.ask(&ShowWeek { athlete: self.ada, week: self.week }).await.expect("shown");
        answer.week.expect("a week")
    }

    async fn training(&self) -> Vec<EffectiveSession> {
        self.shown().await.effective.standing().filter(|one| one.session.minutes > 0).cloned().collect()
    }

    async fn change(&self, session: SessionId, change: Change, text: &str) -> OverrideId {
        let request = OverrideSession {
            athlete: self.ada,
            week: self.week,
            session: Some(session),
            change,
            tag: ReasonTag::Fatigue,
            text: Some(text.to_owned()),
            insist: true,
        };
        match self.club.ask(&request).await.expect("answered").value {
            OverrideOutcome::Applied { made, .. } => made.id,
            OverrideOutcome::Refused { broken } => panic!("the coach insisted: {broken:?}"),
        }
    }

    async fn export(&self, texts: &[OverrideId], seal: Option<Seal>) -> ExportedPlan {
        let (athlete, week, texts) = (self.ada, self.week, texts.to_vec());
        let request = ExportPlan { athlete, week, folder: None, texts, seal, for_team: false };
        self.club.ask(&request).await.expect("exported").value
    }

    async fn read(&self, file: &ExportedPlan) -> PlanRead {
        self.club.ask(&ReadPlan { file: at(file), passphrase: None, athlete: None }).await.expect("read")
    }

    fn taking(&self, file: &ExportedPlan, sessions: Vec<SessionId>, name: &str) -> TakePlan {
        let (name, athlete) = (Some(name.to_owned()), self.ada);
        let read = exchange::identity(&std::fs::read(&file.path).expect("there")).0;
        TakePlan { file: at(file), passphrase: None, read, athlete, sessions, name, insist: true }
    }

    async fn take(&self, file: &ExportedPlan, sessions: Vec<SessionId>, name: &str) -> Vec<OverrideId> {
        match self.club.ask(&self.taking(file, sessions, name)).await.expect("answered").value {
            TakeOutcome::Taken { made, .. } => made,
            TakeOutcome::Refused { broken } => panic!("the coach insisted: {broken:?}"),
        }
    }

    async fn key(&self) -> String {
        self.club.ask(&MyKey {}).await.expect("a key").key
    }
}

fn at(file: &ExportedPlan) -> FileFrom {
    FileFrom::Path { path: file.path.clone() }
}

fn changing(read: &PlanRead) -> Vec<SessionId> {
    read.sessions.iter().filter(|one| one.would != Would::Nothing).map(|one| one.theirs.id).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chain_of_three_people_stays_attributable_and_private_texts_stay_at_home() {
    let (first, second, third) = (Coach::new("Alba").await, Coach::new("Bo").await, Coach::new("Cleo").await);
    let training = first.training().await;
    let told = first.change(training[0].id, Change::Scale { percent: 50 }, "Short night <script>").await;
    first.change(training[1].id, Change::Scale { percent: 60 }, "Worried about her knee").await;
    let texts =
        first.club.ask(&PlanTexts { athlete: first.ada, week: first.week, for_team: false }).await.expect("texts");
    assert_eq!(texts.texts.len(), 2);
    let file = first.export(&[told], None).await;
    assert_eq!(file.withheld_texts, 1);
    let bytes = String::from_utf8(std::fs::read(&file.path).expect("there")).expect("text");
    assert!(bytes.contains("Short night") && !bytes.contains("knee"), "only the text that was chosen is told");

    let read = second.read(&file).await;
    let here = read.here.clone().expect("by name");
    assert_eq!((read.by.standing, here.by, here.athlete), (Standing::Stranger, FoundBy::Name, second.ada));
    assert_eq!(read.changes.len(), 2);
    assert_eq!(read.by.words.split(' ').count(), 12);
    let before = second.shown().await.effective;
    let wanted = changing(&read);
    assert_eq!(wanted.len(), 2, "{:?}", read.sessions);
    let made = second.take(&file, vec![wanted[0]], "Alba").await;
    assert_eq!(second.shown().await.effective.minutes(), before.minutes() - training[0].session.minutes / 2);
    let sources = second.club.ask(&PlanSources { athlete: second.ada, week: second.week }).await.expect("sources");
    let [line] = &sources[..] else { panic!("one change came from a file: {sources:?}") };
    assert_eq!((line.made, line.by.name.as_deref(), line.by.standing), (made[0], Some("Alba"), Standing::Known));
    assert_eq!(line.changes[0].id, told, "the first coach's own change is named");
    assert_eq!(line.changes[0].by.key, first.key().await);
    assert_eq!(second.read(&file).await.taken, 1);

    let touched = session_of(&second, made[0]).await;
    let on = second.training().await.into_iter().find(|one| one.id != touched).expect("another session");
    second.change(on.id, Change::Scale { percent: 70 }, "My own reason").await;
    let passed_on = second.export(&[], None).await;
    let bytes = String::from_utf8(std::fs::read(&passed_on.path).expect("there")).expect("text");
    assert!(
        !bytes.contains("Short night") && !bytes.contains("My own reason"),
        "a text told us is not told on unasked"
    );

    let read = third.read(&passed_on).await;
    let signed: Vec<(OverrideId, &str)> = read.changes.iter().map(|one| (one.id, one.by.key.as_str())).collect();
    let (alba, bo) = (first.key().await, second.key().await);
    assert!(signed.contains(&(told, &alba)) && signed.contains(&(made[0], &bo)), "{signed:?}");
    let taken = third.take(&passed_on, changing(&read), "Bo").await;
    assert!(!taken.is_empty());
    let back = third.export(&[], None).await;
    let read = first.read(&back).await;
    let mine = read.changes.iter().find(|one| one.id == told).expect("came all the way round");
    assert_eq!(mine.by.standing, Standing::Own);
    assert_eq!(mine.tag, ReasonTag::Fatigue);
}

async fn session_of(coach: &Coach, made: OverrideId) -> SessionId {
    let view = coach.shown().await;
    view.plan.overrides.iter().find(|one| one.id == made).expect("made").session
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_can_be_taken_back_and_nothing_is_forgotten() {
    let (first, second) = (Coach::new("Alba").await, Coach::new("Bo").await);
    let training = first.training().await;
    first.change(training[0].id, Change::Scale { percent: 50 }, "Tired").await;
    first.change(training[1].id, Change::Remove, "Tired").await;
    let file = first.export(&[], None).await;
    let locked = second.training().await[0].id;
    let read = second.read(&file).await;
    assert!(read.sessions.iter().all(|one| one.collides.is_empty()), "{:?}", read.sessions);
    second.change(locked, Change::Lock, "Hers").await;
    let read = second.read(&file).await;
    let collides: Vec<_> =
        read.sessions.iter().filter(|one| one.would != Would::Nothing).map(|one| one.collides.clone()).collect();
    assert_eq!(collides[0], [Collision::Locked]);
    let before = second.shown().await;
    second.take(&file, changing(&read), "Alba").await;
    assert_ne!(second.shown().await.effective, before.effective);
    let untake = UntakePlan { athlete: second.ada, week: second.week, file: read.file };
    let after = second.club.ask(&untake).await.expect("taken back").value;
    assert_eq!(after.effective, before.effective);
    assert!(after.plan.overrides.len() > before.plan.overrides.len() + 1, "an undo appends");
    let twice = second.club.ask(&untake).await.expect_err("nothing counts any more");
    assert_eq!(twice.code, FaultCode::Impossible);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_key_is_not_taken_from_and_a_new_one_is_believed_by_the_word_of_the_old() {
    let (first, second) = (Coach::new("Alba").await, Coach::new("Bo").await);
    let training = first.training().await;
    first.change(training[0].id, Change::Scale { percent: 50 }, "Tired").await;
    let file = first.export(&[], None).await;
    let read = second.read(&file).await;
    let (key, name) = (read.by.key.clone(), Some("Alba".to_owned()));
    let trust = JudgeKey { key: key.clone(), name, state: KeyState::Trusted, why: None };
    second.club.ask(&trust).await.expect("trusted");

    let renew = RenewKey { lost: false, why: Some("New laptop".to_owned()), folder: None };
    let renewed = first.club.ask(&renew).await.expect("renewed").value;
    assert_ne!(renewed.own.key, key);
    let statement = ReadStatement { file: FileFrom::Path { path: renewed.statement } };
    let told = second.club.ask(&statement).await.expect("read").value;
    assert_eq!(told.next.map(|next| (next.key, next.state)), Some((renewed.own.key.clone(), KeyState::Known)));
    let refused = second.club.ask(&second.taking(&file, changing(&read), "Alba")).await.expect_err("revoked");
    assert_eq!(refused.code, FaultCode::PlanFile);
    assert_eq!(second.read(&first.export(&[], None).await).await.by.standing, Standing::Known);

    let recipient = renewed.own.recipient;
    let lost = first.club.ask(&RenewKey { lost: true, why: None, folder: None }).await.expect("renewed").value;
    assert_ne!(lost.own.recipient, recipient, "whoever has the one key has the other too");
    let statement = ReadStatement { file: FileFrom::Path { path: lost.statement } };
    let told = second.club.ask(&statement).await.expect("read").value;
    assert_eq!(told.next, None, "whoever found the key could have written this");
    let keys = second.club.ask(&ListKeys {}).await.expect("listed");
    assert!(keys.iter().all(|one| one.state == KeyState::Revoked), "{keys:?}");
    let stranger = second.read(&first.export(&[], None).await).await.by.standing;
    assert_eq!(stranger, Standing::Stranger);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_move_to_another_computer_and_plans_can_be_encrypted() {
    let (first, second) = (Coach::new("Alba").await, Coach::new("Bo").await);
    let passphrase = || Secret(PASSPHRASE.to_owned());
    let short = ExportKey { passphrase: Secret("short".to_owned()), folder: None };
    assert_eq!(first.club.ask(&short).await.expect_err("too short").code, FaultCode::BadValue);
    let written = first.club.ask(&ExportKey { passphrase: passphrase(), folder: None }).await.expect("written");
    let import = |said| ImportKey { file: FileFrom::Path { path: written.path.clone() }, passphrase: said };
    let wrong = second.club.ask(&import(Secret("wrong horse battery".to_owned()))).await.expect_err("wrong");
    assert_eq!(wrong.code, FaultCode::Key);
    let sealed = first.export(&[], Some(Seal::Passphrase { passphrase: passphrase() })).await;
    assert_eq!(sealed.html, None, "no page beside it gives it away");
    let bytes = std::fs::read(&sealed.path).expect("there");
    assert!(!bytes.windows(8).any(|part| part == b"Ada Fell"));
    let ask = |passphrase| ReadPlan { file: at(&sealed), passphrase, athlete: None };
    assert_eq!(second.club.ask(&ask(None)).await.expect_err("closed").code, FaultCode::Key);
    assert!(second.club.ask(&ask(Some(passphrase()))).await.expect("opened").sealed);

    let recipient = second.club.ask(&MyKey {}).await.expect("a key").recipient;
    let for_second = first.export(&[], Some(Seal::Recipients { recipients: vec![recipient] })).await;
    assert!(second.read(&for_second).await.sealed);
    let other = first.club.ask(&ReadPlan { file: at(&for_second), passphrase: None, athlete: None }).await;
    assert_eq!(other.expect_err("not for them").code, FaultCode::Key);

    let own = second.club.ask(&import(passphrase())).await.expect("taken over");
    assert_eq!(own.key, first.key().await);
    let Coach { club, .. } = second;
    assert_eq!(club.restart().await.ask(&MyKey {}).await.expect("a key").key, own.key, "kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thief_s_successor_falls_with_the_key_and_nobody_takes_a_name_that_is_taken() {
    let (first, second, thief) = (Coach::new("Alba").await, Coach::new("Bo").await, Coach::new("Alba").await);
    let training = first.training().await;
    first.change(training[0].id, Change::Scale { percent: 50 }, "Tired").await;
    let scaled = first.change(training[1].id, Change::Scale { percent: 60 }, "Tired").await;
    let file = first.export(&[], None).await;
    let read = second.read(&file).await;
    let taken = second.take(&file, vec![changing(&read)[0]], "Alba").await;

    // The same name under another key: a warning, and not known under that name as well.
    let forged = thief.export(&[], None).await;
    let seen = second.read(&forged).await;
    assert_eq!((seen.by.standing, first.read(&forged).await.by.standing), (Standing::OtherKey, Standing::OtherKey));
    for name in [" alba ", "Bo"] {
        let named =
            JudgeKey { key: seen.by.key.clone(), name: Some(name.to_owned()), state: KeyState::Known, why: None };
        assert_eq!(second.club.ask(&named).await.expect_err("taken").code, FaultCode::BadValue);
    }

    // The thief has the keys and names a successor; then the holder misses them.
    let keys = ExportKey { passphrase: Secret(PASSPHRASE.to_owned()), folder: None };
    let keys = FileFrom::Path { path: first.club.ask(&keys).await.expect("written").path };
    let import = ImportKey { file: keys, passphrase: Secret(PASSPHRASE.to_owned()) };
    thief.club.ask(&import).await.expect("stolen");
    let renew = |lost| RenewKey { lost, why: None, folder: None };
    let theirs = thief.club.ask(&renew(false)).await.expect("renewed").value;
    let told = |path: String| ReadStatement { file: FileFrom::Path { path } };
    let heir = second.club.ask(&told(theirs.statement)).await.expect("read").value.next.expect("believed for now");
    assert_eq!(heir.key, theirs.own.key);
    let lost = first.club.ask(&renew(true)).await.expect("renewed").value;
    second.club.ask(&told(lost.statement)).await.expect("read");
    let keys = second.club.ask(&ListKeys {}).await.expect("listed");
    assert!(keys.iter().all(|one| one.state == KeyState::Revoked), "{keys:?}");

    // What was taken before stays, says so, and can be taken back; a chain that rests on it is not offered by itself.
    let sources = second.club.ask(&PlanSources { athlete: second.ada, week: second.week }).await.expect("sources");
    assert_eq!((sources[0].made, sources[0].by.standing), (taken[0], Standing::Revoked));
    let third = Coach::new("Cleo").await;
    third.take(&file, changing(&third.read(&file).await), "Alba").await;
    let passed_on = second.read(&third.export(&[], None).await).await;
    assert!(passed_on.changes.iter().any(|one| one.id == scaled && one.by.standing == Standing::Revoked));
    let resting = passed_on.sessions.iter().filter(|one| one.would != Would::Nothing && !one.behind.is_empty());
    assert!(resting.clone().count() > 0 && resting.clone().all(|one| one.collides.contains(&Collision::Revoked)));
    let untake = UntakePlan { athlete: second.ada, week: second.week, file: read.file };
    second.club.ask(&untake).await.expect("taken back");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_else_is_taken_than_what_was_seen() {
    let (first, second) = (Coach::new("Alba").await, Coach::new("Bo").await);
    let training = first.training().await;
    first.change(training[0].id, Change::Scale { percent: 50 }, "Tired").await;
    let file = first.export(&[], None).await;
    let wanted = changing(&second.read(&file).await);
    let take = second.taking(&file, wanted, "Alba");
    first.change(training[0].id, Change::Scale { percent: 200 }, "Or not").await;
    assert_eq!(first.export(&[], None).await.path, file.path, "another file by the same name");
    let refused = second.club.ask(&take).await.expect_err("another file");
    assert_eq!(refused.code, FaultCode::Impossible);
}
