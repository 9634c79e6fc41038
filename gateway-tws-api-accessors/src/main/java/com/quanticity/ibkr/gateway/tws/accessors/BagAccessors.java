package com.quanticity.ibkr.gateway.tws.accessors;

import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.mapstruct.ap.spi.DefaultAccessorNamingStrategy;

/**
 * The accessors of {@code com.ib.client}: {@code symbol()} reads, {@code symbol(String)} writes. Where a property exists as text and
 * as an enum, the text is the property: it keeps codes the enum does not know.
 */
public final class BagAccessors extends DefaultAccessorNamingStrategy {

    private static final String PACKAGE = "com.ib.client.";
    private static final Set<String> NO_PROPERTIES =
            Set.of("hashCode", "toString", "clone", "getClass", "textDescription", "toShortString", "isCombo");

    @Override
    public boolean isGetterMethod(ExecutableElement method) {
        if (!isOfBag(method)) {
            return super.isGetterMethod(method);
        }
        return method.getParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID
                && isInstancePublic(method)
                && !NO_PROPERTIES.contains(name(method))
                && !(isEnum(method.getReturnType()) && hasTextForm(method));
    }

    @Override
    public boolean isSetterMethod(ExecutableElement method) {
        if (!isOfBag(method)) {
            return super.isSetterMethod(method);
        }
        return method.getParameters().size() == 1
                && method.getReturnType().getKind() == TypeKind.VOID
                && isInstancePublic(method)
                && !(isEnum(method.getParameters().getFirst().asType()) && hasTextSetter(method));
    }

    @Override
    protected boolean isFluentSetter(ExecutableElement method) {
        return !isOfBag(method) && super.isFluentSetter(method);
    }

    @Override
    public boolean isAdderMethod(ExecutableElement method) {
        return !isOfBag(method) && super.isAdderMethod(method);
    }

    @Override
    public boolean isPresenceCheckMethod(ExecutableElement method) {
        return !isOfBag(method) && super.isPresenceCheckMethod(method);
    }

    @Override
    public String getPropertyName(ExecutableElement method) {
        if (!isOfBag(method)) {
            return super.getPropertyName(method);
        }
        String name = name(method);
        return isGetForm(name) ? Character.toLowerCase(name.charAt(3)) + name.substring(4) : name;
    }

    private static boolean isOfBag(ExecutableElement method) {
        return method.getEnclosingElement() instanceof TypeElement type
                && type.getQualifiedName().toString().startsWith(PACKAGE);
    }

    private static boolean isInstancePublic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.PUBLIC)
                && !method.getModifiers().contains(Modifier.STATIC);
    }

    private static boolean isEnum(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM;
    }

    private static boolean hasTextForm(ExecutableElement method) {
        String property = name(method);
        String text = "get" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return method.getEnclosingElement() instanceof TypeElement type
                && type.getEnclosedElements().stream()
                        .anyMatch(other -> other.getKind() == ElementKind.METHOD
                                && other.getSimpleName().contentEquals(text));
    }

    private static boolean hasTextSetter(ExecutableElement method) {
        return method.getEnclosingElement() instanceof TypeElement type
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(other -> other.getSimpleName().contentEquals(name(method))
                                && other.getParameters().size() == 1
                                && !isEnum(other.getParameters().getFirst().asType()));
    }

    private static boolean isGetForm(String name) {
        return name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3));
    }

    private static String name(ExecutableElement method) {
        return method.getSimpleName().toString();
    }
}
