using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Neptune.Cli;

/// <summary>
/// Finds what looks like an option and was taken for a value: the parser gives the word behind an option to it, and unknown options to arguments,
/// so that <c>--output --json</c> writes a file of that name and <c>trash --yess</c> looks for an object.
/// </summary>
internal static class MistakenValue
{
    private const string EndOfOptions = "--";

    /// <summary>What is wrong, and how to write it if it is meant; <c>null</c> when there is nothing of that kind.</summary>
    public static string? Find(ParseResult parsed, IEnumerable<string> args)
    {
        string[] words = [.. args.TakeWhile(word => word != EndOfOptions)];
        for (var command = parsed.CommandResult; command is not null; command = command.Parent as CommandResult)
        {
            foreach (var result in command.Children)
            {
                if (result switch { OptionResult option => Find(option, words), ArgumentResult argument => Find(argument, words), _ => null } is { } problem)
                    return problem;
            }
        }
        return null;
    }

    private static string? Find(OptionResult option, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == option.IdentifierToken?.Value && words.Skip(i + 1).Take(option.Tokens.Count).FirstOrDefault(word => IsValue(option, word)) is { } value)
                return $"{words[i]} is to have a value, and {value} follows. Write {words[i]}={value} if that is the value.";
        }
        return null;
    }

    private static string? Find(ArgumentResult argument, string[] words) => words.FirstOrDefault(word => IsValue(argument, word)) is { } value
        ? $"There is no option {value}. Write -- {value}, behind everything else, if it is no option."
        : null;

    private static bool IsValue(SymbolResult result, string word) => LooksLikeOption(word) && result.Tokens.Any(token => token.Value == word);

    /// <summary>A dash alone is standard output, a dash and more than one word is a text, and numbers may be negative.</summary>
    private static bool LooksLikeOption(string word) =>
        word.Length > 1 && word[0] == '-' && !word.Any(char.IsWhiteSpace) && !double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
