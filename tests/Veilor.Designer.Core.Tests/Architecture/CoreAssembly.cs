using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Veilor.Designer.Core.Tests.Architecture;

/// <summary>What an assembly's metadata says it uses: other assemblies, types and members.</summary>
/// <remarks>
/// Metadata lists each member that any method's code refers to, so nothing has to be executed and nothing can hide
/// in a branch. What is reached by reflection from a string is not seen.
/// </remarks>
internal sealed class CoreAssembly
{
    private CoreAssembly(IReadOnlyList<string> assemblies, IReadOnlyList<string> types, IReadOnlyList<string> members)
    {
        Assemblies = assemblies;
        Types = types;
        Members = members;
    }

    /// <summary>Simple names of the referenced assemblies.</summary>
    public IReadOnlyList<string> Assemblies { get; }

    /// <summary>Full names of the referenced types; nested types as <c>Outer/Inner</c>.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Referenced members as <c>Namespace.Type::Member</c>; property getters as <c>get_Name</c>.</summary>
    public IReadOnlyList<string> Members { get; }

    public static CoreAssembly Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var assemblies = metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
        var types = metadata.TypeReferences.Select(handle => NameOf(metadata, handle));
        var members = metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Select(member => $"{ParentOf(metadata, member.Parent)}::{metadata.GetString(member.Name)}");
        return new CoreAssembly([.. assemblies], [.. types], [.. members]);
    }

    private static string ParentOf(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => NameOf(metadata, (TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => GenericTypeOf(metadata, (TypeSpecificationHandle)parent),
        _ => "(own)",
    };

    /// <summary>The open type of a constructed one, such as <c>List`1</c>; its arguments are type references of their own.</summary>
    private static string GenericTypeOf(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return "(array or parameter)";
        signature.ReadSignatureTypeCode();
        var open = signature.ReadTypeHandle();
        return open.Kind == HandleKind.TypeReference ? NameOf(metadata, (TypeReferenceHandle)open) : "(own)";
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}/{name}";
        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
