namespace Neptune.TestChild;

/// <summary>Prints as a program does that is started by another one.</summary>
public static class Talk
{
    public const int ExitCode = 3;
    public const int ManyLines = 20_000;

    public static int Run(string how)
    {
        switch (how)
        {
            case "a-little":
                Console.WriteLine("épöch 1");
                Console.Error.WriteLine("careful");
                Console.Write("[#---]\r[####]\r\n");
                Console.Write("no line end");
                break;
            case "much":
                for (var i = 0; i < ManyLines; i++)
                    Console.WriteLine($"line {i} {new string('x', 100)}");
                break;
            case "echo":
                Console.WriteLine(Console.ReadLine());
                break;
            default:
                Console.WriteLine("started");
                Console.ReadLine();
                break;
        }
        return ExitCode;
    }
}
