{# Fails with each value that is not in the list, and how often it occurs. #}

{% macro default__test_accepted_values(model, column_name, values, quote=True) %}
{% set accepted = [] %}
{% for value in values %}{% do accepted.append("'" ~ value ~ "'" if quote else value) %}{% endfor %}
with all_values as (

    select
        {{ column_name }} as value_field,
        count(*) as n_records

    from {{ model }}
    group by {{ column_name }}

)

select *
from all_values
where value_field not in (
    {{ accepted | join(',') }}
)

{% endmacro %}
