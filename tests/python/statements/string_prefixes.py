print(r"raw\n", b"bytes\x00", f"{1+1}", rb"\d", u"uni", R"\q", fr"{1}\n")
print("a" "b" 'c' f"{1}" "d")
print("""triple
"quoted" text""")
print('\x41\u00e9\U0001F600\101\N{GREEK SMALL LETTER ALPHA}\t|\\|\'|\"|\a'.encode())
print(len("line\
 continues"))
