package org.telnyx4j.spring;

import java.util.Optional;
import org.telnyx4j.Tenant;

/**
 * Knows tenants that are not in the properties, such as those of a database. Beans of this type are asked by the {@link
 * TenantRegistry} in their order ({@code @Order}), each time that a tenant is needed: cache what is slow to find. Must be
 * safe for use by any number of threads.
 */
@FunctionalInterface
public interface TenantSource {
    /**
     * Finds a tenant.
     *
     * @param name the tenant's name
     * @return the tenant, or empty if this source has none of this name
     */
    Optional<Tenant> find(String name);
}
