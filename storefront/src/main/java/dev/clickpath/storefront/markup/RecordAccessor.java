package dev.clickpath.storefront.markup;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;

/**
 * Reads the components of records, of which nearly all is made that templates show. The
 * reflective accessor of the template engine asks anew at each reading whether that is
 * allowed and how it is done, which took a fifth of a page's time; an expression
 * remembers this one.
 */
final class RecordAccessor implements PropertyAccessor {

	private static final MethodType READ = MethodType.methodType(Object.class, Object.class);

	private static final ClassValue<Map<String, MethodHandle>> COMPONENTS = new ClassValue<>() {

		@Override
		protected Map<String, MethodHandle> computeValue(Class<?> type) {
			Map<String, MethodHandle> components = new HashMap<>();
			for (RecordComponent component : type.getRecordComponents()) {
				components.put(component.getName(), handle(component.getAccessor()));
			}
			return components;
		}

	};

	private static MethodHandle handle(Method accessor) {
		try {
			accessor.setAccessible(true);
			return MethodHandles.lookup().unreflect(accessor).asType(READ);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public Class<?> @Nullable [] getSpecificTargetClasses() {
		return null;
	}

	@Override
	public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
		return component(target, name) != null;
	}

	/**
	 * Reads the component.
	 * @throws AccessException if the target has none of this name, as when an expression
	 * that has read one comes upon something else
	 */
	@Override
	public TypedValue read(EvaluationContext context, @Nullable Object target, String name) throws AccessException {
		MethodHandle component = component(target, name);
		if (component == null) {
			throw new AccessException("There is no component " + name);
		}
		try {
			return new TypedValue((Object) component.invokeExact(target));
		}
		catch (Throwable ex) {
			throw new AccessException("The component " + name + " cannot be read",
					(ex instanceof Exception exception) ? exception : new IllegalStateException(ex));
		}
	}

	private static @Nullable MethodHandle component(@Nullable Object target, String name) {
		return (target instanceof Record) ? COMPONENTS.get(target.getClass()).get(name) : null;
	}

	@Override
	public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
		return false;
	}

	@Override
	public void write(EvaluationContext context, @Nullable Object target, String name, @Nullable Object value)
			throws AccessException {
		throw new AccessException("Templates change nothing");
	}

}
