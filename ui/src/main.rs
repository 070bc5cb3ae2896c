//! The front end's entry: everything is in the library, so that component tests reach it too.

fn main() {
    ui::start();
}
