//! A learner's hands on a program: scenarios as data, through one door.

mod session {
    mod fast;
    mod gradients;
    pub mod hands;
    mod loops;
    mod mistakes;
    mod optimizer;
    mod record;
    mod same_bytes;
    mod steps;
    mod traps;
}
