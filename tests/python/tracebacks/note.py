e = RuntimeError("shape mismatch")
e.add_note("while running layer 2")
raise e
