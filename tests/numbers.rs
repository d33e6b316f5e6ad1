//! The numbers a learner sees, against recordings of real PyTorch (`tests/tools/record_*.py` make them).

#[path = "numbers/random.rs"]
mod random;
