n = 10
while n > 0:
    n -= 3
    if n == 1:
        print("hit one")
        break
else:
    print("never here")
while n > -5:
    n -= 1
    if n % 2:
        continue
    print(n, end=" ")
else:
    print("| done", n)
