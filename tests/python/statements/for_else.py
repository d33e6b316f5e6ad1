def prime(n):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        return True
    return False

print([n for n in range(2, 40) if prime(n)])
for i in range(3):
    for j in range(3):
        if j == i:
            break
        print(i, j)
    else:
        print("no break", i)
print(i, j)
