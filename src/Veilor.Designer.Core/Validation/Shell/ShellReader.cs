namespace Veilor.Designer.Core.Validation.Shell;

/// <summary>Reads lists and simple commands; the other parts of the class read blocks and words.</summary>
internal sealed partial class ShellReader(string text)
{
    /// <summary>Deeper nesting is given up, so that no text can exhaust the stack.</summary>
    private const int MaximumDepth = 100;

    /// <summary>Words that end a list of commands; what opened it says which one it waits for.</summary>
    private static readonly string[] Closers = ["then", "elif", "else", "fi", "do", "done", "esac", "}"];

    private static readonly string[] Openers = ["{", "if", "while", "until", "for", "select", "case", "[[", "function", "coproc"];

    private readonly List<ShellCommand> _commands = [];

    private int _at;
    private int _depth;
    private int _steps;

    public IReadOnlyList<ShellCommand> Commands => _commands;

    public void ReadAll()
    {
        Sequence(isNeeded: false, "");
        if (_at < text.Length)
        {
            throw Unexpected();
        }
    }

    private static ShellFaultException Fault(string message) => new(message);

    /// <summary>Commands up to what cannot begin one.</summary>
    /// <param name="isNeeded">Whether an empty list is a fault.</param>
    /// <param name="opener">What the list stands behind.</param>
    private void Sequence(bool isNeeded, string opener)
    {
        Enter();
        Newlines();
        var isEmpty = true;
        while (!IsListEnd())
        {
            AndOr();
            isEmpty = false;
            Blanks();
            if (Is(';') && !Is(";;") && !Is(";&"))
            {
                _at++;
            }
            else if (Is('&') && !Is("&&"))
            {
                _at++;
            }
            else if (!Is('\n'))
            {
                break;
            }

            Newlines();
        }

        if (isEmpty && isNeeded)
        {
            throw Fault($"has no command behind '{opener}'.");
        }

        _depth--;
    }

    private bool IsListEnd()
    {
        Blanks();
        return _at >= text.Length || Is(')') || Is(";;") || Is(";&") || Array.IndexOf(Closers, Peek()) >= 0;
    }

    private void AndOr()
    {
        var first = _commands.Count;
        Pipeline();
        for (Blanks(); Is("&&") || Is("||"); Blanks())
        {
            if (Is("||"))
            {
                MayFail(first);
            }

            Behind(text.Substring(_at, 2));
            Pipeline();
        }
    }

    /// <summary>Marks the commands from here on: another one follows when they fail.</summary>
    private void MayFail(int first)
    {
        for (var i = first; i < _commands.Count; i++)
        {
            _commands[i] = _commands[i] with { MayFail = true };
        }
    }

    /// <summary>Steps over an operator that needs a command behind it.</summary>
    private void Behind(string sign)
    {
        _at += sign.Length;
        Newlines();
        if (IsListEnd())
        {
            throw Fault($"has nothing behind '{sign}'.");
        }
    }

    private void Pipeline()
    {
        var isWhole = false;
        while (!isWhole && Peek() is "!" or "time")
        {
            var isTime = Is("time");
            Skip(Peek().Length);
            var hasOption = isTime && Peek() is "-p";
            Skip(hasOption ? 2 : 0);
            Blanks();

            // A shell that keeps to POSIX takes time for a program where an option stands behind it.
            isWhole = _at >= text.Length || (Is(';') && !Is(";;") && !Is(";&")) || Is('\n') || (hasOption && (IsListEnd() || Is('|') || Is('&')));
        }

        if (!isWhole)
        {
            Command();
        }

        for (Blanks(); Is('|') && !Is("||"); Blanks())
        {
            Behind(Is("|&") ? "|&" : "|");
            Command();
        }
    }

    private void Command()
    {
        Blanks();
        var word = Peek();
        if (Is('(') || Array.IndexOf(Openers, word) >= 0)
        {
            Compound(word);
            Redirections();
        }
        else
        {
            Simple();
        }
    }

    private void Simple()
    {
        var start = _at;
        var place = _commands.Count;
        var words = new List<string>();
        var hasWord = false;
        for (; ; Blanks())
        {
            if (Redirection(words))
            {
                continue;
            }

            if (Is('(') && hasWord && words.Count == 1)
            {
                _at++;
                Close(")", "(");
                Function();
                Redirections();
                return;
            }

            var from = _at;
            if (!TryWord())
            {
                break;
            }

            hasWord = true;
            words.Add(ContainerfileWords.Unquoted(text[from.._at]));
        }

        if (words.Count == 0)
        {
            throw _at < text.Length ? Unexpected() : Fault("ends where a command is expected.");
        }

        _commands.Insert(place, new ShellCommand(words, text[start.._at].Trim()));
    }

    /// <summary>The redirections behind a compound command; they are a command of their own, which writes.</summary>
    private void Redirections()
    {
        Blanks();
        var start = _at;
        var words = new List<string>();
        while (Redirection(words))
        {
            Blanks();
        }

        if (words.Count > 0)
        {
            _commands.Add(new ShellCommand(words, text[start.._at].Trim()));
        }
    }

    /// <summary>Steps over the word or sign that closes what was opened.</summary>
    private void Close(string closer, string opener)
    {
        Blanks();
        if (closer is ")" ? !Is(')') : !string.Equals(Peek(), closer, StringComparison.Ordinal))
        {
            throw _at < text.Length ? Unexpected() : Fault($"has {(opener is "if" or "elif" ? "an" : "a")} '{opener}' without its '{closer}'.");
        }

        Skip(closer.Length);
    }

    private ShellFaultException Unexpected()
    {
        var word = Peek();
        return _at >= text.Length ? Fault("ends where a command is expected.") : Fault($"has '{(word.Length > 0 ? word.Length > 30 ? word[..30] + "…" : word : text[_at] == '\n' ? "a new line" : Is(";;") || Is("&&") || Is("||") ? text.Substring(_at, 2) : text[_at].ToString())}' where nothing opens or awaits it.");
    }

    private void Enter()
    {
        if (++_depth > MaximumDepth)
        {
            throw Fault("");
        }
    }
}
