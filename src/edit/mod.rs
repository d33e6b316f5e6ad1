//! (module edit)
