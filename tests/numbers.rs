//! The numbers a learner sees, against recordings of real PyTorch (`tests/tools/record_*.py` make them).

#[path = "numbers/create.rs"]
mod create;
#[path = "numbers/draws.rs"]
mod draws;
#[path = "numbers/index.rs"]
mod index;
#[path = "numbers/kernels.rs"]
mod kernels;
#[path = "numbers/linalg.rs"]
mod linalg;
#[path = "numbers/optim.rs"]
mod optim;
#[path = "numbers/print.rs"]
mod print;
#[path = "numbers/random.rs"]
mod random;
