//! (module optim)
