for spec in ("", "d", "5", "<5", "^5", "05", "+", " ", ",", "x", "X", "#x", "b", "#b", "o", "e", ".2f", "%", "_", "c", "n", "*>8", "=+8"):
    print(spec, "|", format(65, spec), "|", format(True, spec) if spec != "c" else "", "|")
for spec in ("", "f", ".0f", ".1f", "10.3f", "<10.2f|", "+.2f", "e", ".3e", "g", ".3g", "%", ".1%", ",.1f", "010.1f", "#.0f", ".5", "E", "G"):
    try:
        print(spec, "|", format(1234.5678, spec), "|", format(-0.00001234, spec), "|", format(float("inf"), spec))
    except ValueError as e:
        print(spec, e)
