//! Who uses this roster: its people, who it is now, and the age from which athletes agree for themselves.

use contract::consent::{ActAs, SetConsentAge, SetStaff, ShowStaff, StaffView};
use contract::keyring::Secret;
use contract::{Call, Done, Fault, Topic};
use domain::consent::Role;
use domain::id::StaffId;
use domain::staff::StaffEntry;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::parts::{Badge, Button, ButtonKind, Card, Choice, FaultView, Shown, TextField};
use crate::state::{Ask, State, ask};
use crate::words::{t, t_with};

/// The section.
#[component]
pub(super) fn StaffCard() -> impl IntoView {
    let staff = ask(|moved| moved.topic == Topic::Roster, || Some(ShowStaff {}));
    view! {
        <Card title=t("staff-title")>
            <Shown ask=staff lines=4 then=move |view: StaffView| view! { <People view=view staff=staff /> }.into_any() />
        </Card>
    }
}

/// Writes, and puts what comes back in place of what is shown; a fault is shown instead.
fn write<C: Call<Reply = Done<StaffView>>>(
    state: State,
    request: C,
    staff: Ask<StaffView>,
    fault: RwSignal<Option<Fault>>,
) {
    spawn_local(async move {
        match state.write(&request).await {
            Ok(view) => {
                fault.try_set(None);
                staff.put(view);
            }
            Err(refused) => {
                fault.try_set(Some(refused));
            }
        }
    });
}

fn role_words(role: Role) -> String {
    t(&format!("role-{}", role.code()))
}

#[component]
fn People(view: StaffView, staff: Ask<StaffView>) -> impl IntoView {
    let state = State::here();
    let fault = RwSignal::new(None::<Fault>);
    let passphrase = RwSignal::new(String::new());
    let acting = view.acting;
    let act = move |id: Option<StaffId>| {
        let told = passphrase.get_untracked();
        passphrase.set(String::new());
        write(state, ActAs { id, passphrase: (!told.is_empty()).then_some(Secret(told)) }, staff, fault);
    };
    let line = move |person: StaffEntry| {
        let (id, name, role) = (person.id, person.name.clone(), person.role);
        let leave = move || write(state, SetStaff { id: Some(id), name: name.clone(), role, gone: true }, staff, fault);
        view! {
            <li>
                <div>
                    <strong>{person.name}</strong>
                    <span class="under">{role_words(role)}</span>
                </div>
                <Seat here={acting == Some(id)} act=Callback::new(move |()| act(Some(id))) />
                <Button kind=ButtonKind::Quiet on_press=leave>
                    {t("staff-leave")}
                </Button>
            </li>
        }
    };
    let now = [("name", view.name.clone().into()), ("role", role_words(view.role).into())];
    view! {
        <p>{t_with("staff-now", &now)}</p>
        <p class="quiet">{t(if view.guarded { "staff-guarded" } else { "staff-guard-rail" })}</p>
        {view.guarded.then(|| view! { <p class="quiet">{t("staff-outside")}</p> })}
        <ul class="people">
            <li>
                <div>
                    <strong>{t("staff-owner")}</strong>
                </div>
                <Seat here={acting.is_none()} act=Callback::new(move |()| act(None)) />
            </li>
            {view.people.into_iter().map(line).collect_view()}
        </ul>
        {view.guarded.then(|| view! { <TextField label=t("staff-passphrase") value=passphrase kind="password" /> })}
        {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
        <Add staff=staff fault=fault />
        <Age age=view.consent_age fault=fault />
    }
}

/// In use, or a button to use the program as that person.
#[component]
fn Seat(here: bool, act: Callback<()>) -> impl IntoView {
    if here {
        view! { <Badge>{t("staff-acting")}</Badge> }.into_any()
    } else {
        view! { <Button on_press=move || act.run(())>{t("staff-act")}</Button> }.into_any()
    }
}

#[component]
fn Add(staff: Ask<StaffView>, fault: RwSignal<Option<Fault>>) -> impl IntoView {
    let state = State::here();
    let name = RwSignal::new(String::new());
    let role = RwSignal::new(Role::Assistant.code().to_owned());
    let roles: Vec<(String, String)> =
        Role::ALL.iter().map(|role| (role.code().to_owned(), role_words(*role))).collect();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(role) = Role::from_code(&role.get_untracked()) else { return };
        write(state, SetStaff { id: None, name: name.get_untracked(), role, gone: false }, staff, fault);
    };
    view! {
        <form class="number-form" on:submit=submit>
            <TextField label=t("staff-name") value=name required=true />
            <Choice label=t("staff-role") value=role options=roles />
            <Button submit=true on_press=|| {}>
                {t("staff-add")}
            </Button>
        </form>
    }
}

#[component]
fn Age(age: u8, fault: RwSignal<Option<Fault>>) -> impl IntoView {
    let state = State::here();
    let age = RwSignal::new(age.to_string());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Ok(years) = age.get_untracked().trim().parse::<u8>() else { return };
        spawn_local(async move {
            let refused = state.write(&SetConsentAge { age: years }).await.err();
            fault.try_set(refused);
        });
    };
    view! {
        <form class="number-form" on:submit=submit>
            <TextField label=t("staff-age") value=age kind="number" required=true />
            <Button submit=true on_press=|| {}>
                {t("staff-age-save")}
            </Button>
        </form>
    }
}
