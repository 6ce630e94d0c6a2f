using Microsoft.AspNetCore.Components;

namespace Veilor.Designer.Components;

/// <summary>
/// A component that renders only when a parameter changed: reference types by reference, the rest by value. The pages
/// render after every edit of any tab; designs share what an edit does not touch, so most parts have nothing to do.
/// </summary>
/// <remarks>A component whose content depends on more than its parameters (a cascading value that mutates, child content) must not derive from it.</remarks>
public abstract class MemoComponent : ComponentBase
{
    private Dictionary<string, object?>? _last;

    public override Task SetParametersAsync(ParameterView parameters)
    {
        if (_last is not null && IsSame(parameters, _last))
        {
            return Task.CompletedTask;
        }

        _last = [];
        foreach (var parameter in parameters)
        {
            _last[parameter.Name] = parameter.Value;
        }

        return base.SetParametersAsync(parameters);
    }

    private static bool IsSame(ParameterView parameters, Dictionary<string, object?> last)
    {
        var count = 0;
        foreach (var parameter in parameters)
        {
            count++;
            if (!last.TryGetValue(parameter.Name, out var value) || !IsSame(parameter.Value, value))
            {
                return false;
            }
        }

        return count == last.Count;
    }

    private static bool IsSame(object? left, object? right) =>
        ReferenceEquals(left, right) || (left is string or ValueType or Delegate && left.Equals(right));
}
