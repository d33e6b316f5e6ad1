"""Arguments of a program from its command line. On the page there are none, so the defaults count."""

import os
import sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER = "?", "*", "+", "...", "A..."


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = argument and argument._title()
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    """What a `type=` function raises to explain itself."""


class Namespace:
    """The values of the arguments as attributes."""

    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        return f"Namespace({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"


class HelpFormatter:
    def __init__(self, prog="", **options):
        pass


RawDescriptionHelpFormatter = RawTextHelpFormatter = ArgumentDefaultsHelpFormatter = MetavarTypeHelpFormatter = HelpFormatter


class FileType:
    def __init__(self, mode="r", **options):
        self._mode = mode

    def __call__(self, string):
        return open(string, self._mode)


class _Argument:
    """One argument of the parser."""

    def __init__(self, flags, dest, action, nargs, const, default, type, choices, required, help, metavar, version=None):
        self.option_strings, self.dest, self.action, self.nargs, self.const = flags, dest, action, nargs, const
        self.default, self.type, self.choices, self.required, self.help, self.metavar = default, type, choices, required, help, metavar
        self.version = version

    takes_none = property(lambda self: self.action in ("store_true", "store_false", "store_const", "append_const", "count", "help", "version", "boolean"))

    def _title(self):
        return "/".join(self.option_strings) if self.option_strings else self._name(False)

    def _name(self, option):
        if self.metavar is not None:
            return self.metavar if isinstance(self.metavar, str) else " ".join(self.metavar)
        if self.choices is not None:
            return "{" + ",".join(map(str, self.choices)) + "}"
        return self.dest.upper() if option else self.dest

    def _values(self):
        """How the values are shown: `LAYERS [LAYERS ...]`."""
        name = self._name(bool(self.option_strings))
        if self.takes_none:
            return ""
        if self.nargs is None:
            return name
        if self.nargs == "?":
            return f"[{name}]"
        if self.nargs == "*":
            return f"[{name} ...]"
        if self.nargs == "+":
            return f"{name} [{name} ...]"
        if self.nargs == "...":
            return "..."
        return " ".join([name] * self.nargs)

    def _usage(self):
        values = self._values()
        if not self.option_strings:
            return values
        flag = " | ".join(self.option_strings) if self.action == "boolean" else self.option_strings[0]
        text = f"{flag} {values}".rstrip()
        return text if self.required else f"[{text}]"

    def _invocation(self):
        if not self.option_strings:
            return self._name(False)
        values = self._values()
        return ", ".join(f"{flag} {values}".rstrip() for flag in self.option_strings)


class _Group:
    """Arguments under a title."""

    def __init__(self, parser, title=None, description=None):
        self._parser, self.title, self.description, self._own = parser, title, description, []

    def add_argument(self, *names, **options):
        return self._parser._add(self, names, options)

    def add_mutually_exclusive_group(self, required=False):
        return self

    def set_defaults(self, **kwargs):
        self._parser.set_defaults(**kwargs)


class _Exclusive(_Group):
    def __init__(self, parser, required):
        super().__init__(parser)
        self.required = required

    def add_argument(self, *names, **options):
        argument = self._parser.add_argument(*names, **options)
        self._own.append(argument)
        return argument


class _SubParsers:
    def __init__(self, parser, dest, required):
        self._parser, self.dest, self.required, self.choices = parser, dest, required, {}

    def add_parser(self, name, *, help=None, **options):
        made = self.choices[name] = ArgumentParser(prog=f"{self._parser.prog} {name}", **options)
        return made


class ArgumentParser:
    """Describes the arguments of a program and reads them."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=None, prefix_chars="-",
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True):
        self.prog = prog or os.path.basename(sys.argv[0] if sys.argv else "program.py")
        self.usage, self.description, self.epilog = usage, description, epilog
        self._shows_defaults = False
        self._positionals, self._options = _Group(self, "positional arguments"), _Group(self, "options")
        self._groups = [self._positionals, self._options]
        self._exclusive, self._defaults, self._arguments, self._subparsers = [], {}, [], None
        self.add_help, self.allow_abbrev, self.exit_on_error = add_help, allow_abbrev, exit_on_error
        self._argument_default = argument_default
        if add_help:
            self.add_argument("-h", "--help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            for argument in parent._arguments:
                if argument.action != "help":
                    self._keep(self._options if argument.option_strings else self._positionals, argument)

    def add_argument(self, *names, **options):
        """`add_argument("--lr", type=float, default=0.1)` or `add_argument("file")`."""
        group = self._options if names and names[0].startswith("-") or "dest" in options and not names else self._positionals
        return self._add(group, names, options)

    def _add(self, group, names, options):
        action = options.pop("action", "store")
        if action is BooleanOptionalAction:
            action = "boolean"
        flags = [name for name in names if name.startswith("-")]
        if flags:
            dest = options.pop("dest", None)
            if dest is None:
                long = next((flag for flag in flags if flag.startswith("--")), flags[0])
                dest = long.lstrip("-").replace("-", "_")
            required = options.pop("required", False)
        else:
            dest = options.pop("dest", None) or names[0]
            nargs = options.get("nargs")
            required = nargs not in ("?", "*", "...") or nargs == "*" and "default" not in options
        if action == "boolean":
            flags += ["--no-" + flag[2:] for flag in flags if flag.startswith("--")]
        known = ("store", "store_true", "store_false", "store_const", "append", "append_const", "extend", "count", "help", "version", "boolean")
        if not isinstance(action, str) or action not in known:
            raise ValueError(f'unknown action "{action}"')
        default = {"store_true": False, "store_false": True}.get(action, self._argument_default)
        const = {"store_true": True, "store_false": False}.get(action, options.pop("const", None))
        kind = options.pop("type", None)
        if kind is not None and not callable(kind):
            raise ValueError(f"{kind!r} is not callable")
        argument = _Argument(flags, dest, action, options.pop("nargs", None), const, options.pop("default", default), kind, options.pop("choices", None),
                             required, options.pop("help", None), options.pop("metavar", None), options.pop("version", None))
        if options:
            raise TypeError(f"_StoreAction.__init__() got an unexpected keyword argument {next(iter(options))!r}")
        for flag in flags:
            if any(flag in other.option_strings for other in self._arguments):
                raise ArgumentError(argument, f"conflicting option string: {flag}")
        return self._keep(group, argument)

    def _keep(self, group, argument):
        group._own.append(argument)
        self._arguments.append(argument)
        return argument

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title, description)
        self._groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        group = _Exclusive(self, required)
        self._exclusive.append(group)
        return group

    def add_subparsers(self, *, dest=None, required=False, title=None, help=None, description=None, metavar=None):
        self._subparsers = _SubParsers(self, dest, required)
        return self._subparsers

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)

    def get_default(self, dest):
        for argument in self._arguments:
            if argument.dest == dest and argument.default is not None:
                return argument.default
        return self._defaults.get(dest)

    def parse_args(self, args=None, namespace=None):
        """The values of all arguments; an error ends the program."""
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = list(sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for argument in self._arguments:
            if argument.dest is not SUPPRESS and argument.default is not SUPPRESS and not hasattr(namespace, argument.dest):
                setattr(namespace, argument.dest, argument.default)
        for name, value in self._defaults.items():
            setattr(namespace, name, value)
        try:
            return namespace, self._parse(args, namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))

    parse_known_intermixed_args = parse_known_args
    parse_intermixed_args = parse_args

    def _is_flag(self, text):
        if not text.startswith("-") or text == "-":
            return False
        if text[1:2].isdigit() or text[1:2] == "." and text[2:3].isdigit():
            return any(flag[1:2].isdigit() for argument in self._arguments for flag in argument.option_strings)
        return " " not in text or any(text.startswith(flag) for argument in self._arguments for flag in argument.option_strings)

    def _find(self, text):
        """The argument that a flag means and the value glued to it: `--lr=0.1`, `-b8`, `-vv`."""
        name, has_value, value = text.partition("=")
        for argument in self._arguments:
            if name in argument.option_strings:
                return argument, name, value if has_value else None
        if text.startswith("--"):
            if self.allow_abbrev:
                hits = {flag: a for a in self._arguments for flag in a.option_strings if flag.startswith(name) and flag.startswith("--")}
                if len(set(map(id, hits.values()))) == 1:
                    flag = next(iter(hits))
                    return hits[flag], flag, value if has_value else None
                if hits:
                    raise ArgumentError(None, f"ambiguous option: {text} could match {', '.join(hits)}")
            return None, name, None
        for argument in self._arguments:
            if text[:2] in argument.option_strings:
                return argument, text[:2], text[2:]
        return None, name, None

    def _parse(self, args, namespace):
        seen, rest, loose = set(), [], []
        i, only_values = 0, False
        while i < len(args):
            text = args[i]
            i += 1
            if only_values or not self._is_flag(text):
                loose.append(text)
                if self._subparsers and len(loose) > sum(a.nargs in (None, "?") for a in self._positionals._own):
                    return self._sub(loose, args[i:], namespace, seen)
                continue
            if text == "--":
                only_values = True
                continue
            argument, flag, glued = self._find(text)
            if argument is None:
                rest.append(text)
                continue
            seen.add(argument.dest)
            self._check_exclusive(argument, seen)
            if argument.takes_none:
                if glued and not text.startswith("--"):
                    args.insert(i, "-" + glued)
                elif glued:
                    raise ArgumentError(argument, f"ignored explicit argument {glued!r}")
                self._apply(argument, flag, None, namespace)
                continue
            values = [glued] if glued is not None and glued != "" or glued == "" and "=" in text else []
            most = {None: 1, "?": 1}.get(argument.nargs, argument.nargs if isinstance(argument.nargs, int) else len(args))
            while not values or glued is None:
                if len(values) >= most or i >= len(args) or args[i] == "--" or self._is_flag(args[i]) and argument.nargs != "...":
                    break
                values.append(args[i])
                i += 1
            self._apply(argument, flag, values, namespace)
        rest += self._place(loose, namespace, seen)
        missing = [a._title() for a in self._arguments if a.required and a.dest not in seen]
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self._exclusive:
            if group.required and not any(a.dest in seen for a in group._own):
                raise ArgumentError(None, f"one of the arguments {' '.join(a._title() for a in group._own)} is required")
        for argument in self._arguments:
            if argument.dest not in seen and isinstance(argument.default, str) and argument.default is not SUPPRESS and argument.type:
                setattr(namespace, argument.dest, self._convert(argument, argument.default))
        return rest

    def _sub(self, loose, following, namespace, seen):
        name = loose[-1]
        self._place(loose[:-1], namespace, seen)
        if name not in self._subparsers.choices:
            choices = ", ".join(map(repr, self._subparsers.choices))
            raise ArgumentError(None, f"argument {self._subparsers.dest or 'command'}: invalid choice: {name!r} (choose from {choices})")
        if self._subparsers.dest:
            setattr(namespace, self._subparsers.dest, name)
        _, rest = self._subparsers.choices[name].parse_known_args(following, namespace)
        return rest

    def _check_exclusive(self, argument, seen):
        for group in self._exclusive:
            if argument in group._own:
                for other in group._own:
                    if other is not argument and other.dest in seen and other.dest != argument.dest:
                        raise ArgumentError(argument, f"not allowed with argument {other._title()}")

    def _place(self, loose, namespace, seen):
        """Gives the values without flags to the positional arguments, in order."""
        positionals = [a for a in self._arguments if not a.option_strings]
        at = 0
        for k, argument in enumerate(positionals):
            needed_later = sum(1 if a.nargs in (None, "+") else a.nargs if isinstance(a.nargs, int) else 0 for a in positionals[k + 1:])
            room = max(len(loose) - at - needed_later, 0)
            if argument.nargs is None:
                count = 1
            elif argument.nargs == "?":
                count = min(1, room)
            elif isinstance(argument.nargs, int):
                count = argument.nargs
            else:
                count = room
            values = loose[at:at + count]
            if len(values) < count or argument.nargs == "+" and not values:
                continue
            if not values:
                if argument.nargs == "*":
                    seen.add(argument.dest)
                    if argument.default is None:
                        setattr(namespace, argument.dest, [])
                continue
            at += count
            seen.add(argument.dest)
            self._apply(argument, None, values, namespace)
        return loose[at:]

    def _convert(self, argument, text):
        kind = argument.type or str
        try:
            return kind(text)
        except ArgumentTypeError as error:
            raise ArgumentError(argument, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(kind, "__name__", repr(kind))
            raise ArgumentError(argument, f"invalid {name} value: {text!r}") from None

    def _apply(self, argument, flag, values, namespace):
        action, dest = argument.action, argument.dest
        if action == "help":
            self.print_help()
            self.exit()
        if action == "version":
            print(argument.version or "")
            self.exit()
        if action in ("store_true", "store_false", "store_const"):
            setattr(namespace, dest, argument.const)
            return
        if action == "boolean":
            setattr(namespace, dest, not flag.startswith("--no-"))
            return
        if action == "count":
            setattr(namespace, dest, (getattr(namespace, dest, None) or 0) + 1)
            return
        if action == "append_const":
            setattr(namespace, dest, [*(getattr(namespace, dest, None) or []), argument.const])
            return
        nargs = argument.nargs
        if nargs is None and len(values) != 1:
            raise ArgumentError(argument, "expected one argument")
        if nargs == "+" and not values:
            raise ArgumentError(argument, "expected at least one argument")
        if isinstance(nargs, int) and len(values) != nargs:
            raise ArgumentError(argument, f"expected {nargs} argument{'s' if nargs != 1 else ''}")
        converted = [self._convert(argument, value) for value in values]
        if argument.choices is not None:
            for value in converted:
                if value not in argument.choices:
                    choices = ", ".join(map(repr, argument.choices))
                    raise ArgumentError(argument, f"invalid choice: {value!r} (choose from {choices})")
        if nargs is None:
            value = converted[0]
        elif nargs == "?":
            value = converted[0] if converted else argument.const
        else:
            value = converted
        if action == "append":
            value = [*(getattr(namespace, dest, None) or []), value]
        elif action == "extend":
            value = [*(getattr(namespace, dest, None) or []), *value]
        setattr(namespace, dest, value)

    def _usage_parts(self):
        options = [a._usage() for a in self._arguments if a.option_strings and a.help is not SUPPRESS]
        positionals = [a._usage() for a in self._arguments if not a.option_strings]
        if self._subparsers:
            positionals.append("{" + ",".join(self._subparsers.choices) + "} ...")
        return options, positionals

    def format_usage(self):
        if self.usage is not None:
            return f"usage: {self.usage.replace('%(prog)s', self.prog)}\n"
        options, positionals = self._usage_parts()
        line = " ".join(["usage:", self.prog, *options, *positionals])
        width = 78
        if len(line) <= width:
            return line + "\n"
        indent = " " * len(f"usage: {self.prog} ")
        lines = []
        for group in (options, positionals):
            current = []
            for part in group:
                if current and len(indent) + len(" ".join([*current, part])) > width:
                    lines.append(" ".join(current))
                    current = []
                current.append(part)
            if current:
                lines.append(" ".join(current))
        return f"usage: {self.prog} " + ("\n" + indent).join(lines) + "\n"

    def format_help(self):
        import textwrap

        blocks = [self.format_usage()]
        if self.description:
            blocks.append(textwrap.fill(self.description.replace("%(prog)s", self.prog), 78) + "\n")
        every = [a for group in self._groups for a in group._own if a.help is not SUPPRESS]
        column = min(max((len(a._invocation()) + 4 for a in every), default=0), 24)
        for group in self._groups:
            shown = [a for a in group._own if a.help is not SUPPRESS]
            if not shown and not group.description:
                continue
            lines = [f"{group.title}:"] if group.title else []
            if group.description:
                lines.append(f"  {group.description}\n")
            for argument in shown:
                lines += self._help_lines(argument, column)
            blocks.append("\n".join(lines) + "\n")
        if self.epilog:
            blocks.append(textwrap.fill(self.epilog, 78) + "\n")
        return "\n".join(blocks)

    def _help_lines(self, argument, column):
        import textwrap

        head = "  " + argument._invocation()
        if not argument.help:
            return [head]
        values = {**vars(argument), "prog": self.prog, "choices": ", ".join(map(str, argument.choices or ()))}
        lines = textwrap.wrap(argument.help % values, max(78 - column, 11))
        if len(head) + 2 <= column:
            return [head.ljust(column) + lines[0], *(" " * column + line for line in lines[1:])]
        return [head, *(" " * column + line for line in lines)]

    def print_usage(self, file=None):
        print(self.format_usage(), end="", file=file or sys.stdout)

    def print_help(self, file=None):
        print(self.format_help(), end="", file=file or sys.stdout)

    def exit(self, status=0, message=None):
        if message:
            print(message, end="", file=sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


class Action:
    """Custom actions are not available in Kindling."""


class BooleanOptionalAction(Action):
    """`--flag` and `--no-flag`."""
