namespace Neptune.Server.Api;

/// <summary>Why a request failed, as RFC 9457 has it.</summary>
/// <param name="Type">The kind of error, such as https://neptune.invalid/problems/query.</param>
/// <param name="Title">The kind of error in words.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Detail">What happened, and what to do.</param>
/// <param name="Position">In a query: how many characters stand before the fault.</param>
internal sealed record ProblemInfo(string Type, string Title, int Status, string Detail, int? Position = null);
