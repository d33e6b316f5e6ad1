def run(program):
    stack, env = [], {}
    for line in program.splitlines():
        match line.split():
            case ["push", n]: stack.append(int(n))
            case ["store", name]: env[name] = stack.pop()
            case ["load", name] if name in env: stack.append(env[name])
            case ["add" | "mul" as op]:
                b, a = stack.pop(), stack.pop()
                stack.append(a + b if op == "add" else a * b)
            case ["print", *words]: print(*words, stack[-1])
            case []: continue
            case [cmd, *_]: print("unknown", cmd)
run("push 2\npush 3\nadd\nstore x\nload x\nload x\nmul\nprint result is\n\njump 3\nload zz")
