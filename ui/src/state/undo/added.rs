//! Requests that add something, with the requests that take it back.

use contract::athlete::{AddPhase, AddRace};
use contract::club::{AddBlock, AddException, WithdrawBlock, WithdrawException};
use contract::library::{AddTemplate, WithdrawTemplate};
use contract::season::{SetSeason, WithdrawPhase, WithdrawRace, WithdrawSeason};
use contract::threshold::{AddMark, AddResult, WithdrawMark, WithdrawResult};
use domain::availability::Exception;
use domain::club::ClubBlock;
use domain::library::Template;
use domain::mark::Mark;
use domain::result::Outcome;
use domain::season::plan::SeasonPlan;
use domain::season::{Race, SeasonPhase};

use super::deed::{Added, Replacing};

impl Added for AddRace {
    type Made = Race;
    type Back = WithdrawRace;

    fn back(&self, made: &Race) -> Vec<WithdrawRace> {
        vec![WithdrawRace { athlete: made.athlete, race: made.id }]
    }
}

impl Added for AddPhase {
    type Made = SeasonPhase;
    type Back = WithdrawPhase;

    fn back(&self, made: &SeasonPhase) -> Vec<WithdrawPhase> {
        vec![WithdrawPhase { athlete: made.athlete, phase: made.id }]
    }
}

impl Added for AddMark {
    type Made = Mark;
    type Back = WithdrawMark;

    fn back(&self, made: &Mark) -> Vec<WithdrawMark> {
        vec![WithdrawMark { mark: made.id }]
    }
}

impl Added for AddResult {
    type Made = Outcome;
    type Back = WithdrawResult;

    fn back(&self, made: &Outcome) -> Vec<WithdrawResult> {
        vec![WithdrawResult { result: made.id }]
    }
}

impl Added for AddException {
    type Made = Vec<Exception>;
    type Back = WithdrawException;

    fn back(&self, made: &Vec<Exception>) -> Vec<WithdrawException> {
        made.iter().map(|one| WithdrawException { athlete: one.athlete, exception: one.id }).collect()
    }
}

impl Added for AddTemplate {
    type Made = Template;
    type Back = WithdrawTemplate;

    fn back(&self, made: &Template) -> Vec<WithdrawTemplate> {
        vec![WithdrawTemplate { template: made.id.clone() }]
    }
}

impl Added for AddBlock {
    type Made = ClubBlock;
    type Back = WithdrawBlock;

    fn back(&self, made: &ClubBlock) -> Vec<WithdrawBlock> {
        vec![WithdrawBlock { block: made.id }]
    }
}

impl Replacing for AddBlock {
    fn over(&self, made: &ClubBlock) -> AddBlock {
        AddBlock { supersedes: Some(made.id), ..self.clone() }
    }
}

impl Added for SetSeason {
    type Made = SeasonPlan;
    type Back = WithdrawSeason;

    fn back(&self, made: &SeasonPlan) -> Vec<WithdrawSeason> {
        vec![WithdrawSeason { athlete: made.athlete, season: made.id }]
    }
}

impl Replacing for SetSeason {
    fn over(&self, made: &SeasonPlan) -> SetSeason {
        SetSeason { supersedes: Some(made.id), ..self.clone() }
    }
}
