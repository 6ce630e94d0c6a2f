namespace Veilor.Designer.Core.Validation;

/// <summary>A setting that another one includes.</summary>
/// <param name="Key">The key of the argument that includes, in its normal form.</param>
/// <param name="Values">The values with which it does; empty for any.</param>
/// <param name="Included">What is included: an argument as <c>key</c> or <c>key=value</c>, where <c>key=*</c> stands for any value; or the path of a sysctl setting and its value.</param>
/// <param name="Why">Why, as a clause.</param>
internal sealed record ImpliedSetting(string Key, string[] Values, string[] Included, string Why);
