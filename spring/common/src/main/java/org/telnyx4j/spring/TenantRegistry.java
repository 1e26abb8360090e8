package org.telnyx4j.spring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.Tenant;

/**
 * Finds tenants by their names: first those in the properties ({@code telnyx.tenants.*}), then those that beans of type
 * {@link TenantSource} know. Safe for use by any number of threads.
 *
 * <pre>{@code
 * tenants.operations("acme").messages().send(message);
 * }</pre>
 */
public final class TenantRegistry {
    private final Telnyx telnyx;
    private final Map<String, Tenant> configured;
    private final List<TenantSource> sources;

    /**
     * Creates a registry.
     *
     * @param telnyx the client whose connections and settings the tenants use
     * @param configured the tenants that are known from the start; no two may have one name
     * @param sources where other tenants are looked for, in this order
     * @throws IllegalArgumentException if two tenants have one name
     */
    public TenantRegistry(Telnyx telnyx, List<Tenant> configured, List<TenantSource> sources) {
        this.telnyx = Objects.requireNonNull(telnyx, "telnyx");
        this.sources = List.copyOf(sources);
        Map<String, Tenant> byName = new LinkedHashMap<>();
        for (Tenant tenant : configured) {
            if (byName.putIfAbsent(tenant.name(), tenant) != null) {
                throw new IllegalArgumentException("Two tenants have the name " + tenant.name());
            }
        }
        this.configured = byName;
    }

    /**
     * Returns the operations as a tenant sees them. This opens nothing, so it need not be kept.
     *
     * @param name the tenant's name
     * @return the operations, on the connections of the application's client
     * @throws UnknownTenantException if there is no tenant of this name
     */
    public TelnyxOperations operations(String name) {
        return telnyx.withTenant(tenant(name));
    }

    /**
     * Returns a tenant.
     *
     * @param name the tenant's name
     * @return the tenant
     * @throws UnknownTenantException if there is no tenant of this name
     */
    public Tenant tenant(String name) {
        return find(name).orElseThrow(() -> new UnknownTenantException(name, configured.size(), sources.size()));
    }

    /**
     * Finds a tenant.
     *
     * @param name the tenant's name
     * @return the tenant, or empty if there is none of this name
     */
    public Optional<Tenant> find(String name) {
        Tenant known = configured.get(Objects.requireNonNull(name, "name"));
        if (known != null) {
            return Optional.of(known);
        }
        return sources.stream()
                .map(source -> source.find(name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Returns the names of the tenants in the properties. What a {@link TenantSource} knows is not among them.
     *
     * @return the names, unmodifiable, in the order of the properties
     */
    public Set<String> configuredNames() {
        return Collections.unmodifiableSet(configured.keySet());
    }

    /** Shows the names of the configured tenants. */
    @Override
    public String toString() {
        return "TenantRegistry[" + configured.keySet() + ", " + sources.size() + " sources]";
    }
}
