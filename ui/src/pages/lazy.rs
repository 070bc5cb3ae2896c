//! Pages behind the first, in three parts that are loaded when one of their pages is first opened.

use leptos::prelude::*;
use leptos_router::LazyRoute;

/// A part: an enum of its pages, and the function that makes one of them. In the shipped program (feature `split`) the
/// function and all that only it needs lie in files of their own; elsewhere it is an ordinary function.
macro_rules! part {
    ($pages:ident, $make:ident: $($route:ident => $page:path),+ $(,)?) => {
        enum $pages { $($route),+ }

        #[cfg_attr(feature = "split", leptos::lazy)]
        async fn $make(page: $pages) -> AnyView {
            match page {
                $($pages::$route => {
                    use $page as Page;
                    view! { <Page /> }.into_any()
                })+
            }
        }

        $(
            #[doc = concat!("The way to [`", stringify!($page), "`].")]
            pub(crate) struct $route;

            impl LazyRoute for $route {
                fn data() -> Self {
                    $route
                }

                async fn view(_: Self) -> AnyView {
                    $make($pages::$route).await
                }
            }
        )+
    };
}

part! { OfPeople, people:
    Athlete => super::athlete::AthletePage,
    Thresholds => super::thresholds::ThresholdsPage,
    Activity => super::activity::ActivityPage,
    Race => super::race::RacePage,
    Consent => super::consent::ConsentPage,
}

part! { OfPlans, plans:
    Season => super::season::SeasonPage,
    Board => super::board::BoardPage,
    Week => super::week::WeekPage,
    Availability => super::availability::AvailabilityPage,
    Blocks => super::blocks::BlocksPage,
    Library => super::library::LibraryPage,
    Planning => super::planning::PlanningPage,
    PlanFile => super::plan_file::PlanFilePage,
}

part! { OfDesk, desk:
    Import => super::import::ImportPage,
    Report => super::import::ReportPage,
    Settings => super::settings::SettingsPage,
    Rules => super::rules::RulesPage,
    Privacy => super::privacy::PrivacyPage,
    Audit => super::audit::AuditPage,
    Own => super::own::OwnPage,
    Returned => super::returned::ReturnedPage,
    Gallery => super::gallery::GalleryPage,
    Help => super::help::HelpPage,
}
