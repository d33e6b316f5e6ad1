//! A learner's hands on a program: scenarios as data, through one door.

mod session {
    pub mod hands;
    mod loops;
    mod mistakes;
    mod record;
    mod same_bytes;
    mod steps;
}
