def grade(score):
    if score >= 90:
        return "A"
    elif score >= 80:
        return "B"
    elif score >= 70:
        return "C"
    else:
        return "F"

for s in (95, 85, 75, 5):
    print(s, grade(s))
print("yes" if [] else "no", "yes" if [0] else "no")
print(1 if 0 else 2 if 0 else 3)
