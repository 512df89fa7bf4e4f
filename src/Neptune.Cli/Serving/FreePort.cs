using System.Net;
using System.Net.Sockets;

namespace Neptune.Cli.Serving;

/// <summary>Finds a port of this machine that nobody listens at.</summary>
internal static class FreePort
{
    private const int First = 5460;
    private const int Tried = 20;

    /// <summary>The port that was used before if it is free, else the first free one of a few that are always the same, else any.</summary>
    public static int Near(int? before) =>
        Enumerable.Range(First, Tried).Prepend(before ?? First).Where(IsFree).Select(port => (int?)port).FirstOrDefault() ?? Any();

    public static int Any()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
