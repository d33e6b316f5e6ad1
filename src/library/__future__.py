"""Features that are part of the language by now."""

annotations = division = print_function = absolute_import = unicode_literals = generator_stop = with_statement = nested_scopes = generators = True
