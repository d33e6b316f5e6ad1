def shift(text, by):
    out = []
    for c in text:
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            out.append(chr((ord(c) - base + by) % 26 + base))
        else:
            out.append(c)
    return "".join(out)
secret = shift("Hello, World!", 3)
print(secret, shift(secret, -3))
vowels = {v: sum(1 for c in "the quick brown fox".lower() if c == v) for v in "aeiou"}
print(vowels)
