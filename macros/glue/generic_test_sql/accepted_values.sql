{# Fails with each value that is not in the list; without WITH, which an INSERT or a view on Glue may not take. #}

{% macro glue__test_accepted_values(model, column_name, values, quote=True) %}
{% set accepted = [] %}
{% for value in values %}{% do accepted.append("'" ~ value ~ "'" if quote else value) %}{% endfor %}
select *
from (
    select
        {{ column_name }} as value_field,
        count(*) as n_records

    from {{ model }}
    group by {{ column_name }}
) all_values
where value_field not in (
    {{ accepted | join(',') }}
)

{% endmacro %}
