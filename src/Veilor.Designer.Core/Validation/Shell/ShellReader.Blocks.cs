namespace Veilor.Designer.Core.Validation.Shell;

internal sealed partial class ShellReader
{
    private void Compound(string word)
    {
        Enter();
        if (Is('('))
        {
            if (!(Is("((") && Arithmetic()))
            {
                _at++;
                Sequence(isNeeded: true, "(");
                Close(")", "(");
            }
        }
        else
        {
            Skip(word.Length);
            switch (word)
            {
                case "{":
                    Sequence(isNeeded: true, "{");
                    Close("}", "{");
                    break;
                case "if":
                    If();
                    break;
                case "while" or "until":
                    Condition(word);
                    Body(word);
                    break;
                case "for" or "select":
                    For(word);
                    break;
                case "case":
                    Case();
                    break;
                case "[[":
                    Test();
                    break;
                case "function":
                    Word();
                    Blanks();
                    if (Is('('))
                    {
                        _at++;
                        Close(")", "(");
                    }

                    Function();
                    break;
                default:
                    Coprocess();
                    break;
            }
        }

        _depth--;
    }

    private void Condition(string opener)
    {
        var first = _commands.Count;
        Sequence(isNeeded: true, opener);
        MayFail(first);
    }

    private void If()
    {
        Condition("if");
        Close("then", "if");
        Sequence(isNeeded: true, "then");
        while (Peek() is "elif")
        {
            Skip(4);
            Condition("elif");
            Close("then", "elif");
            Sequence(isNeeded: true, "then");
        }

        if (Peek() is "else")
        {
            Skip(4);
            Sequence(isNeeded: true, "else");
        }

        Close("fi", "if");
    }

    private void For(string opener)
    {
        Blanks();
        if (Is("((") && Arithmetic())
        {
            Blanks();
        }
        else
        {
            Word();
            Newlines();
            if (Peek() is "in")
            {
                Skip(2);
                Blanks();
                while (_at < text.Length && !Is(';') && !Is('\n'))
                {
                    Word();
                    Blanks();
                }
            }
        }

        Blanks();
        if (Is(';'))
        {
            _at++;
        }

        Newlines();
        if (Peek() is "{")
        {
            Compound("{");
        }
        else
        {
            Body(opener);
        }
    }

    private void Body(string opener)
    {
        Close("do", opener);
        Sequence(isNeeded: true, "do");
        Close("done", "do");
    }

    private void Case()
    {
        Word();
        Newlines();
        Close("in", "case");
        Newlines();
        while (Peek() is not "esac")
        {
            if (_at >= text.Length)
            {
                throw Fault("has a 'case' without its 'esac'.");
            }

            if (Is('('))
            {
                _at++;
            }

            Word();
            for (Blanks(); Is('|'); Blanks())
            {
                _at++;
                Word();
            }

            Close(")", "case");
            Sequence(isNeeded: false, "case");
            if (Is(";;&"))
            {
                _at += 3;
            }
            else if (Is(";;") || Is(";&"))
            {
                _at += 2;
            }
            else if (Peek() is not "esac")
            {
                throw _at < text.Length ? Unexpected() : Fault("has a 'case' without its 'esac'.");
            }

            Newlines();
        }

        Skip(4);
    }

    private void Test()
    {
        for (Newlines(); Peek() is not "]]"; Newlines())
        {
            if (_at >= text.Length)
            {
                throw Fault("has a '[[' without its ']]'.");
            }

            if (!TryWord())
            {
                _at++;
            }
        }

        Skip(2);
    }

    /// <summary>What a function runs is a block.</summary>
    private void Function()
    {
        Newlines();
        var word = Peek();
        if (!Is('(') && Array.IndexOf(Openers, word) < 0)
        {
            throw _at < text.Length ? Unexpected() : Fault("has a function without its commands.");
        }

        Compound(word);
    }

    private void Coprocess()
    {
        Blanks();
        var start = _at;
        if (TryWord())
        {
            Blanks();
            if (!Is('(') && Array.IndexOf(Openers, Peek()) < 0)
            {
                _at = start;
            }
        }

        Command();
    }
}
