//! (module autograd)
