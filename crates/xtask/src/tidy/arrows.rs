//! Which room may use which.

use cargo_metadata::{DependencyKind, Metadata};

/// Every legal arrow: a room, and the rooms it may use. `None`: it may use every room.
const LEGAL: [(&str, Option<&[&str]>); 16] = [
    ("science", Some(&[])),
    ("domain", Some(&["science"])),
    ("contract", Some(&["domain"])),
    ("charts", Some(&["contract", "domain"])),
    ("exchange", Some(&["domain", "science"])),
    ("store", Some(&["domain", "science"])),
    ("planner", Some(&["domain", "science"])),
    ("learn", Some(&["domain", "science"])),
    ("sample", Some(&["exchange", "domain", "science"])),
    ("app", Some(&["contract", "exchange", "store", "planner", "learn", "charts", "sample", "domain", "science"])),
    ("cli", Some(&["app", "contract"])),
    ("desktop", Some(&["app", "contract"])),
    // Not science: arithmetic on training data belongs behind the glass.
    ("ui", Some(&["charts", "contract", "domain"])),
    ("testkit", Some(&["sample", "domain", "science"])),
    ("xtask", Some(&[])),
    ("tests", None),
];

/// What tests of any room may use besides.
const IN_TESTS: [&str; 2] = ["testkit", "sample"];

/// One room using another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edge {
    from: String,
    to: String,
    /// Only in its tests, benches and examples.
    dev: bool,
}

/// The edges between our own rooms.
pub(super) fn edges(metadata: &Metadata) -> Vec<Edge> {
    let rooms: Vec<&str> = metadata.workspace_packages().iter().map(|package| package.name.as_str()).collect();
    let mut edges = Vec::new();
    for package in metadata.workspace_packages() {
        for dependency in package.dependencies.iter().filter(|dependency| rooms.contains(&dependency.name.as_str())) {
            let dev = dependency.kind == DependencyKind::Development;
            edges.push(Edge { from: package.name.to_string(), to: dependency.name.clone(), dev });
        }
    }
    edges
}

/// A sentence for each edge that is not legal.
pub(super) fn broken(edges: &[Edge]) -> Vec<String> {
    edges.iter().filter_map(fault).collect()
}

fn fault(edge: &Edge) -> Option<String> {
    let Some((_, legal)) = LEGAL.iter().find(|(room, _)| *room == edge.from) else {
        return Some(format!("{} is a new room: say in tidy/arrows.rs which rooms it may use", edge.from));
    };
    let Some(legal) = legal else { return None };
    let to = edge.to.as_str();
    if legal.contains(&to) || (edge.dev && IN_TESTS.contains(&to)) {
        return None;
    }
    let may = if legal.is_empty() { "no other room".to_owned() } else { legal.join(", ") };
    let kind = if edge.dev { " (in its tests)" } else { "" };
    Some(format!("{} -> {to}{kind} is not a legal arrow; {} may use {may}", edge.from, edge.from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(from: &str, to: &str, dev: bool) -> Edge {
        Edge { from: from.to_owned(), to: to.to_owned(), dev }
    }

    #[test]
    fn arrows_of_the_house_are_legal() {
        let legal = [("ui", "charts"), ("app", "sample"), ("planner", "science"), ("cli", "app"), ("tests", "store")];
        let edges: Vec<Edge> = legal.iter().map(|(from, to)| edge(from, to, false)).collect();
        assert_eq!(broken(&edges), Vec::<String>::new());
    }

    #[test]
    fn an_arrow_against_the_grain_is_named_with_the_legal_ones() {
        let said = broken(&[edge("domain", "store", false)]);
        assert_eq!(said, ["domain -> store is not a legal arrow; domain may use science"]);
        for (from, to) in [("ui", "science"), ("science", "domain"), ("learn", "planner"), ("desktop", "store")] {
            assert_eq!(broken(&[edge(from, to, false)]).len(), 1, "{from} -> {to}");
        }
    }

    #[test]
    fn tests_of_a_room_may_use_the_test_kit_and_the_sample_club_and_nothing_else_besides() {
        assert!(broken(&[edge("store", "testkit", true), edge("planner", "sample", true)]).is_empty());
        assert_eq!(broken(&[edge("store", "testkit", false)]).len(), 1);
        assert_eq!(broken(&[edge("store", "app", true)]).len(), 1);
    }

    #[test]
    fn a_room_nobody_spoke_of_is_a_fault_as_soon_as_it_uses_another() {
        let said = broken(&[edge("attic", "domain", false)]);
        assert!(said[0].starts_with("attic is a new room"), "{said:?}");
    }
}
